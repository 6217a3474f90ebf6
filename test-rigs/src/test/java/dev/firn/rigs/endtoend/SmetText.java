package dev.firn.rigs.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A station's file for a test: rows at steady intervals in UTC, temperatures in °C. */
final class SmetText {

    private static final Instant START = Instant.parse("2014-10-01T00:00:00Z");
    private static final String NODATA = "-999";

    private final String columns;
    private final Duration step;
    private final List<String> rows;

    private SmetText(String columns, Duration step, List<String> rows) {
        this.columns = columns;
        this.step = step;
        this.rows = rows;
    }

    /** Rows from 2014-10-01T00:00Z on, each with a word for each column; an empty row is left out, "-" is no value. */
    static SmetText of(String columns, Duration step, String... rows) {
        return new SmetText(columns, step, List.of(rows));
    }

    /** One column. */
    static SmetText of(String column, Duration step, double... values) {
        return new SmetText(
                column, step, DoubleStream.of(values).mapToObj(Double::toString).toList());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                SMET 1.1 ASCII
                [HEADER]
                station_id = X
                latitude = 46.8
                longitude = 9.8
                altitude = 2540
                nodata = -999
                units_offset = 0 %s
                fields = timestamp %s
                [DATA]
                """.formatted(offsets(), columns));
        Instant time = START;
        for (String row : rows) {
            if (!row.isEmpty()) {
                text.append(time)
                        .append(' ')
                        .append(row.replaceAll("(?<!\\S)-(?!\\S)", NODATA))
                        .append('\n');
            }
            time = time.plus(step);
        }
        return text.toString();
    }

    private String offsets() {
        return Arrays.stream(columns.split(" ", -1))
                .map(column -> column.startsWith("T") ? "273.15" : "0")
                .collect(Collectors.joining(" "));
    }
}
