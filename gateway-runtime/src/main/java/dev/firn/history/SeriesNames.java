package dev.firn.history;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.StringDataType;

/**
 * The series of the file with their numbers and what is known of their quantities. Numbers are given by the writer's thread;
 * any thread may look.
 */
final class SeriesNames {

    private static final String SEPARATOR = "\t";
    private static final int PARTS = 6;

    private final MVMap<String, String> stored;
    private final Map<SeriesId, Integer> numbers = new HashMap<>(); // the writer's
    private final Map<String, Named> byName = new ConcurrentHashMap<>();

    /**
     * A series of the file.
     *
     * @param series which
     * @param number its number in the keys
     */
    record Named(SeriesId series, int number) {}

    SeriesNames(MVMap<String, String> stored) {
        this.stored = stored;
        stored.forEach((name, text) -> byName.put(name, parse(text)));
        byName.values().forEach(named -> numbers.put(named.series(), named.number()));
    }

    static MVMap.Builder<String, String> type() {
        return new MVMap.Builder<String, String>()
                .keyType(StringDataType.INSTANCE)
                .valueType(StringDataType.INSTANCE);
    }

    /** Its number; a new one for a new series. One whose unit or range has changed keeps its number. */
    int number(SeriesId series) {
        Integer known = numbers.get(series);
        if (known != null) {
            return known;
        }
        Named before = byName.get(series.toString());
        int number = before != null ? before.number() : byName.size();
        copy(new Named(series, number));
        return number;
    }

    /** Takes a series of another file over, with its number. */
    void copy(Named named) {
        stored.put(named.series().toString(), text(named));
        numbers.put(named.series(), named.number());
        byName.put(named.series().toString(), named);
    }

    Optional<Named> named(String series) {
        return Optional.ofNullable(byName.get(series));
    }

    List<String> all() {
        return byName.keySet().stream().sorted().toList();
    }

    private static String text(Named named) {
        Quantity quantity = named.series().quantity();
        return String.join(
                SEPARATOR,
                Integer.toString(named.number()),
                named.series().toString(),
                quantity.unit(),
                quantity.kind().name(),
                Double.toString(quantity.min()),
                Double.toString(quantity.max()));
    }

    private static Named parse(String text) {
        try {
            String[] parts = text.split(SEPARATOR, -1);
            int slash = parts[1].indexOf('/');
            if (parts.length != PARTS) {
                throw new IllegalArgumentException(parts.length + " parts");
            }
            Quantity quantity = new Quantity(
                    parts[1].substring(slash + 1),
                    parts[2],
                    Quantity.Kind.valueOf(parts[3]),
                    Double.parseDouble(parts[4]),
                    Double.parseDouble(parts[5]));
            return new Named(new SeriesId(parts[1].substring(0, slash), quantity), Integer.parseInt(parts[0]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DamageException("a series cannot be read: " + e, e);
        }
    }
}
