package dev.firn.sensor.replay;

import dev.firn.sensor.Position;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the header of a SMET file says about its data.
 *
 * @param nodata the number that stands for "no value"; empty if that is "nan"
 * @param offsetMillis how far the clock of the timestamps is ahead of UTC
 * @param position where the station stands, if given in degrees and not moving
 * @param columns what the columns are for, from left to right; at least one is a time, at least one a value
 */
record SmetHeader(
        Optional<BigDecimal> nodata, long offsetMillis, Optional<Position> position, List<SmetColumn> columns) {

    private static final List<Quantity> COORDINATES = List.of(Quantity.LATITUDE, Quantity.LONGITUDE, Quantity.ALTITUDE);
    private static final List<String> GEOGRAPHIC =
            COORDINATES.stream().map(Quantity::name).toList();
    private static final List<String> PROJECTED = List.of("easting", "northing", "altitude", "epsg");
    private static final BigDecimal HOUR_MILLIS = new BigDecimal(3_600_000);
    private static final BigDecimal MOST_HOURS = new BigDecimal(18);

    SmetHeader {
        columns = List.copyOf(columns);
    }

    /** Reads the file up to its {@code [DATA]} line; {@link RecordingException} if that does not make sense. */
    static SmetHeader read(BoundedLines lines, String sensor) {
        SmetKeys keys = SmetKeys.read(lines);
        keys.required("station_id", "give the station a short name, such as station_id = WFJ2");
        Optional<BigDecimal> nodata = nodata(keys);
        List<SmetColumn> columns = columns(keys, sensor);
        checkLocation(keys);
        return new SmetHeader(nodata, offsetMillis(keys), position(keys, nodata), columns);
    }

    List<SeriesId> series() {
        return columns.stream()
                .filter(SmetColumn.Value.class::isInstance)
                .map(column -> ((SmetColumn.Value) column).series())
                .toList();
    }

    boolean isNodata(BigDecimal number) {
        return nodata.isPresent() && nodata.get().compareTo(number) == 0;
    }

    private static Optional<BigDecimal> nodata(SmetKeys keys) {
        String cure = "write the number that stands for \"no value\", such as nodata = -999";
        return DecimalText.isNotANumber(keys.required("nodata", cure)) ? Optional.empty() : keys.number("nodata", cure);
    }

    private static long offsetMillis(SmetKeys keys) {
        String cure = "write decimal hours ahead of UTC, such as tz = 1 or tz = -3.5";
        BigDecimal hours = keys.number("tz", cure).orElse(BigDecimal.ZERO);
        if (hours.abs().compareTo(MOST_HOURS) > 0) {
            throw keys.wrong("tz", "no clock is that far from UTC", cure);
        }
        return hours.multiply(HOUR_MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static List<SmetColumn> columns(SmetKeys keys, String sensor) {
        keys.required("fields", "name the columns, such as fields = timestamp TA RH");
        List<String> fields = keys.words("fields").toList();
        List<BigDecimal> multipliers = keys.numbers("units_multiplier", fields.size(), BigDecimal.ONE);
        List<BigDecimal> offsets = keys.numbers("units_offset", fields.size(), BigDecimal.ZERO);
        List<SmetColumn> columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            LinearConversion toStandard = new LinearConversion(multipliers.get(i), offsets.get(i));
            columns.add(column(fields.get(i), toStandard, sensor));
        }
        checkColumns(keys, fields, columns);
        return columns;
    }

    private static SmetColumn column(String field, LinearConversion toStandard, String sensor) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "timestamp" -> new SmetColumn.Timestamp();
            case "julian" -> new SmetColumn.Julian(toStandard);
            default -> {
                SmetField meaning = SmetField.of(field);
                SeriesId series = new SeriesId(sensor, meaning.quantity());
                yield new SmetColumn.Value(field, series, toStandard.then(meaning.conversion()));
            }
        };
    }

    private static void checkColumns(SmetKeys keys, List<String> fields, List<SmetColumn> columns) {
        Map<String, String> fieldByMeaning = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String meaning = meaning(columns.get(i));
            String before = fieldByMeaning.putIfAbsent(meaning, fields.get(i));
            if (before != null) {
                String both = "columns " + before + " and " + fields.get(i) + " both mean " + meaning;
                throw keys.wrong("fields", both, "give one of them a name of its own");
            }
        }
        if (!fieldByMeaning.containsKey("timestamp") && !fieldByMeaning.containsKey("julian")) {
            throw keys.wrong("fields", "no column says when", "name the column of the time timestamp or julian");
        }
        if (columns.stream().noneMatch(SmetColumn.Value.class::isInstance)) {
            throw keys.wrong("fields", "no column holds a value", "name the measured columns too");
        }
    }

    private static String meaning(SmetColumn column) {
        return switch (column) {
            case SmetColumn.Timestamp _ -> "timestamp";
            case SmetColumn.Julian _ -> "julian";
            case SmetColumn.Value value -> "the series " + value.series();
        };
    }

    /** The standard wants a place, in the header or, where the station moves, in columns. */
    private static void checkLocation(SmetKeys keys) {
        Set<String> given =
                keys.words("fields").map(f -> f.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Stream.of(GEOGRAPHIC, PROJECTED).flatMap(List::stream).filter(keys::has).forEach(given::add);
        if (!given.containsAll(GEOGRAPHIC) && !given.containsAll(PROJECTED)) {
            boolean isProjected = given.contains("easting") || given.contains("northing");
            String missing = (isProjected ? PROJECTED : GEOGRAPHIC)
                    .stream().filter(key -> !given.contains(key)).findFirst().orElseThrow();
            throw keys.missing(missing, "give latitude, longitude, altitude, or easting, northing, altitude, epsg");
        }
        PROJECTED.forEach(key -> keys.number(key, "write a plain number"));
    }

    private static Optional<Position> position(SmetKeys keys, Optional<BigDecimal> nodata) {
        List<Double> numbers = COORDINATES.stream()
                .flatMap(coordinate -> coordinate(keys, coordinate, nodata).stream())
                .toList();
        return numbers.size() == COORDINATES.size()
                ? Optional.of(new Position(numbers.get(0), numbers.get(1), numbers.get(2)))
                : Optional.empty();
    }

    private static Optional<Double> coordinate(SmetKeys keys, Quantity coordinate, Optional<BigDecimal> nodata) {
        String key = coordinate.name();
        String cure = "write degrees as a decimal number, and metres for the altitude";
        Optional<Double> number = keys.number(key, cure)
                .filter(n -> nodata.isEmpty() || nodata.get().compareTo(n) != 0)
                .map(BigDecimal::doubleValue);
        if (number.isPresent() && (number.get() < coordinate.min() || number.get() > coordinate.max())) {
            throw keys.wrong(key, "is not between " + coordinate.min() + " and " + coordinate.max(), cure);
        }
        return number;
    }
}
