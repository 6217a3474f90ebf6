package dev.firn.config;

import dev.firn.sensor.ConfiguredSensor;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingException;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of {@code sensors} whose drivers are those of parts. */
final class LiveSensorsReader {

    private static final Duration LEAST_INTERVAL = Duration.ofMillis(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    private final List<Entry> entries = new ArrayList<>();
    /** Who has what, by {@code bus, claim}. */
    private final Map<String, String> claims = new HashMap<>();

    private record Entry(Section section, ConfiguredSensor sensor) {}

    /** One entry; whatever is wrong with it is a problem of its section. */
    void read(Section section, Optional<String> id, Driver driver) {
        Duration every = section.optional(
                "every",
                Values.durationBetween(LEAST_INTERVAL, LONGEST_INTERVAL),
                driver.descriptor().usualInterval());
        Optional<Settings> settings = settings(section, driver);
        if (id.isEmpty() || settings.isEmpty()) {
            return;
        }
        List<SettingConflict> conflicts = driver.conflicts(settings.get());
        conflicts.forEach(conflict -> section.reject(conflict.key(), "", conflict.reason(), conflict.cure()));
        if (conflicts.isEmpty()) {
            Entry entry = new Entry(section, new ConfiguredSensor(id.get(), driver, settings.get(), every));
            claim(entry);
            entries.add(entry);
        }
    }

    /** The sensors. A series that one of them asks for has to be another's. */
    List<ConfiguredSensor> sensors(List<String> ids) {
        entries.forEach(entry -> checkNeighbours(entry, ids));
        return entries.stream().map(Entry::sensor).toList();
    }

    /** Recordings have a time of their own, which sensors cannot have. */
    void rejectBeside(String replayed) {
        entries.forEach(entry -> entry.section()
                .reject(
                        "driver",
                        entry.sensor().driver().descriptor().name(),
                        "a sensor cannot stand beside a recording (" + replayed + "), whose time is another",
                        "replay in a gateway of its own"));
    }

    private static Optional<Settings> settings(Section section, Driver driver) {
        Map<DriverKey<?>, Object> values = new HashMap<>();
        boolean complete = true;
        for (DriverKey<?> key : driver.descriptor().keys()) {
            Optional<?> value = read(section, key);
            value.ifPresent(present -> values.put(key, present));
            complete &= value.isPresent() || !(key.required() || section.keys().contains(key.name()));
        }
        return complete ? Optional.of(new Settings(values)) : Optional.empty();
    }

    private static <T> Optional<T> read(Section section, DriverKey<T> key) {
        if (key.required() && !section.keys().contains(key.name())) {
            section.reject(key.name(), "", "is missing", key.sentence());
            return Optional.empty();
        }
        return section.listed(key.name(), parser(key.type()));
    }

    private static <T> ValueParser<T> parser(SettingType<T> type) {
        return text -> {
            try {
                return type.parse(text);
            } catch (SettingException e) {
                throw new BadValueException(e.reason(), e.cure());
            }
        };
    }

    private void claim(Entry entry) {
        Wiring wiring = entry.sensor().wiring();
        for (String claim : wiring.claims()) {
            String other = claims.putIfAbsent(
                    wiring.bus() + ", " + claim, entry.sensor().id());
            if (other != null) {
                entry.section()
                        .reject(
                                "id",
                                entry.sensor().id(),
                                "wants " + claim + " on " + wiring.bus() + ", which " + other + " has",
                                "give one of them another address, line or bus");
            }
        }
    }

    private void checkNeighbours(Entry entry, List<String> ids) {
        for (DriverKey<?> key : entry.sensor().driver().descriptor().keys()) {
            if (key.type().equals(SettingType.SERIES)
                    && entry.sensor().settings().has(key)) {
                checkNeighbour(
                        entry, key.name(), (String) entry.sensor().settings().get(key), ids);
            }
        }
    }

    private void checkNeighbour(Entry entry, String key, String series, List<String> ids) {
        List<String> known = entries.stream()
                .flatMap(other -> other.sensor().series().stream())
                .map(Object::toString)
                .toList();
        if (!known.contains(series) && !isOfWrongEntry(series.substring(0, series.indexOf('/')), ids)) {
            String cure = Nearest.of(series, known)
                    .map(word -> "did you mean " + word + "?")
                    .orElse("there are: " + String.join(", ", known));
            entry.section().reject(key, series, "is measured by no sensor here", cure);
        }
    }

    /** A sensor whose own entry is refused: what it measures is not known. */
    private boolean isOfWrongEntry(String sensor, List<String> ids) {
        return ids.contains(sensor)
                && entries.stream().noneMatch(entry -> entry.sensor().id().equals(sensor));
    }
}
