package dev.firn.rigs.recompute;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads SMET files, ASCII variant (M. Bavay, "SMET — Meteorological data file format", version 1.1): a value is what
 * the column says, times its multiplier, plus its offset, in the standard's unit; then in Firn's. Rows that are not later
 * than the row before are damaged; a row that jumps far ahead is taken for good. Times in a {@code julian} column are not
 * understood.
 */
public final class Smet {

    private static final BigDecimal ZERO_CELSIUS_IN_KELVIN = new BigDecimal("273.15");
    private static final Map<String, Column> COLUMNS = new HashMap<>();

    static {
        kelvin("TA", "air-temperature");
        kelvin("TD", "dew-point-temperature");
        kelvin("TSG", "ground-temperature");
        kelvin("TSS", "snow-surface-temperature");
        COLUMNS.put("RH", new Column("relative-humidity", "%RH", Kind.LEVEL, new BigDecimal(100), BigDecimal.ZERO));
        same("P", "air-pressure", "Pa", Kind.LEVEL);
        same("HS", "snow-height", "m", Kind.LEVEL);
        same("SWE", "snow-water-equivalent", "kg/m2", Kind.LEVEL);
        same("VW", "wind-speed", "m/s", Kind.LEVEL);
        same("VW_MAX", "wind-gust", "m/s", Kind.LEVEL);
        same("DW", "wind-direction", "deg", Kind.DIRECTION);
        same("ISWR", "incoming-shortwave", "W/m2", Kind.LEVEL);
        same("RSWR", "reflected-shortwave", "W/m2", Kind.LEVEL);
        same("OSWR", "reflected-shortwave", "W/m2", Kind.LEVEL);
        same("ILWR", "incoming-longwave", "W/m2", Kind.LEVEL);
        same("OLWR", "outgoing-longwave", "W/m2", Kind.LEVEL);
        same("PSUM", "precipitation", "mm", Kind.AMOUNT);
        same("PINT", "precipitation-intensity", "mm/h", Kind.LEVEL);
        same("latitude", "latitude", "lat", Kind.LEVEL);
        same("longitude", "longitude", "lon", Kind.LEVEL);
        same("altitude", "altitude", "m", Kind.LEVEL);
    }

    private final Path file;
    private final Map<String, String> header = new HashMap<>();
    private final List<String> lines;
    private final int firstRow;
    private long latestMillis = Long.MIN_VALUE;

    private Smet(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
        this.firstRow = readHeader();
    }

    /**
     * Reads part of a file.
     *
     * @throws RigException if it is no SMET file
     */
    public static Recorded read(Path file, Slice slice) {
        try {
            return new Smet(file, Files.readAllLines(file, StandardCharsets.ISO_8859_1)).rows(slice);
        } catch (IOException e) {
            throw new RigException("cannot read " + file + ": " + e, e);
        }
    }

    private int readHeader() {
        if (lines.isEmpty() || !lines.getFirst().matches("SMET 1\\.\\d ASCII\\s*")) {
            throw new RigException(file + " is no SMET file: its first line is not \"SMET 1.1 ASCII\"");
        }
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals("[DATA]")) {
                return i + 1;
            }
            int equals = line.indexOf('=');
            if (equals > 0 && !isComment(line)) {
                header.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        throw new RigException(file + " is no SMET file: it has no [DATA]");
    }

    private Recorded rows(Slice slice) {
        List<String> fields = words("fields");
        List<List<Sample>> samples =
                fields.stream().<List<Sample>>map(field -> new ArrayList<>()).toList();
        List<Integer> damaged = new ArrayList<>();
        long rowBytes = 0;
        for (int i = firstRow; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || isComment(line.strip())) {
                continue;
            }
            try {
                rowBytes += addRow(line, fields, slice, samples);
            } catch (NumberFormatException | DateTimeParseException e) {
                damaged.add(i + 1);
            }
        }
        return new Recorded(series(fields, samples), rowBytes, damaged);
    }

    /** Adds a row's values if it belongs to the slice, and gives its length. */
    private long addRow(String line, List<String> fields, Slice slice, List<List<Sample>> samples) {
        List<Optional<BigDecimal>> values = new ArrayList<>();
        List<String> words = split(line);
        if (words.size() != fields.size()) {
            throw new NumberFormatException(words.size() + " columns");
        }
        for (int column = 0; column < words.size(); column++) {
            values.add(isTime(fields.get(column)) ? Optional.empty() : value(words.get(column), column, fields));
        }
        long recordedMillis = time(words.get(timeColumn(fields)));
        if (recordedMillis <= latestMillis) {
            throw new NumberFormatException("not after the row before");
        }
        latestMillis = recordedMillis;
        Optional<Long> time = slice.place(recordedMillis);
        time.ifPresent(millis -> IntStream.range(0, words.size())
                .forEach(column -> samples.get(column).add(new Sample(millis, values.get(column)))));
        return time.isPresent() ? line.length() + 1 : 0;
    }

    private Optional<BigDecimal> value(String word, int column, List<String> fields) {
        if (word.equalsIgnoreCase("nan")) {
            return Optional.empty();
        }
        BigDecimal written = new BigDecimal(word);
        Optional<BigDecimal> noValue = Optional.ofNullable(header.get("nodata")).map(BigDecimal::new);
        if (noValue.isPresent() && noValue.get().compareTo(written) == 0) {
            return Optional.empty();
        }
        BigDecimal standard =
                written.multiply(scaling("units_multiplier", column, "1")).add(scaling("units_offset", column, "0"));
        return Optional.of(column(fields.get(column)).convert(standard));
    }

    private BigDecimal scaling(String key, int column, String otherwise) {
        List<String> words = words(key);
        return new BigDecimal(words.isEmpty() ? otherwise : words.get(column));
    }

    private long time(String word) {
        if (word.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)")) {
            return OffsetDateTime.parse(word).toInstant().toEpochMilli();
        }
        return LocalDateTime.parse(word).toInstant(zone()).toEpochMilli();
    }

    private ZoneOffset zone() {
        double hours = Double.parseDouble(header.getOrDefault("tz", "0"));
        return ZoneOffset.ofTotalSeconds((int) Math.round(hours * 3600));
    }

    private int timeColumn(List<String> fields) {
        return IntStream.range(0, fields.size())
                .filter(column -> isTime(fields.get(column)))
                .findFirst()
                .orElseThrow(() -> new RigException(file + " has no column \"timestamp\""));
    }

    private List<String> words(String key) {
        return Optional.ofNullable(header.get(key)).map(Smet::split).orElse(List.of());
    }

    private static List<String> split(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static List<Series> series(List<String> fields, List<List<Sample>> samples) {
        return IntStream.range(0, fields.size())
                .filter(column -> !isTime(fields.get(column)))
                .mapToObj(column -> column(fields.get(column)).series(samples.get(column)))
                .toList();
    }

    private static boolean isTime(String field) {
        return field.equals("timestamp");
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith(";");
    }

    private static Column column(String field) {
        Optional<Column> known = Optional.ofNullable(COLUMNS.get(field));
        return known.orElseGet(() -> field.matches("TS\\d+") ? snowTemperature(field) : unknown(field));
    }

    private static Column snowTemperature(String field) {
        String quantity = "snow-temperature-" + field.substring(2);
        return new Column(quantity, "Cel", Kind.LEVEL, BigDecimal.ONE, ZERO_CELSIUS_IN_KELVIN.negate());
    }

    private static Column unknown(String field) {
        String name = field.toLowerCase(Locale.ROOT).replace('_', '-');
        return new Column(name, "", Kind.LEVEL, BigDecimal.ONE, BigDecimal.ZERO);
    }

    private static void kelvin(String field, String quantity) {
        COLUMNS.put(field, new Column(quantity, "Cel", Kind.LEVEL, BigDecimal.ONE, ZERO_CELSIUS_IN_KELVIN.negate()));
    }

    private static void same(String field, String quantity, String unit, Kind kind) {
        COLUMNS.put(field, new Column(quantity, unit, kind, BigDecimal.ONE, BigDecimal.ZERO));
    }

    /** From the standard's unit to Firn's. */
    private record Column(String quantity, String unit, Kind kind, BigDecimal factor, BigDecimal offset) {

        BigDecimal convert(BigDecimal standard) {
            return standard.multiply(factor).add(offset);
        }

        Series series(List<Sample> samples) {
            return new Series(quantity, unit, kind, samples);
        }
    }
}
