package dev.firn.rigs.bench;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Text such as an alpine station writes it: a line per time with a value for each of its columns, separated by
 * spaces, in the units and with the code for "no value" of a SMET file. Every run makes the same text.
 */
final class StationText {

    /** Receives each value of the text in turn, in the unit of its quantity; NaN where there is none. */
    @FunctionalInterface
    interface Sink {
        void value(Column column, long timeMillis, double value);
    }

    /**
     * One column of the text.
     *
     * @param series whose values it holds
     * @param scale what a number of the text is multiplied by
     * @param offset what is added then
     * @param typical the middle of the numbers in the text
     * @param spread how far they scatter around it
     */
    record Column(SeriesId series, double scale, double offset, double typical, double spread) {}

    private static final double NO_DATA = -999;
    private static final int MISSING_ONE_IN = 100;
    private static final long EVERY_SECONDS = 1;
    private static final LocalDateTime START = LocalDateTime.of(2014, 12, 1, 0, 0);

    // What Weissfluhjoch's station measures.
    private static final List<Column> COLUMNS = List.of(
            column(Quantity.AIR_TEMPERATURE, 1, -273.15, 268, 2),
            column(Quantity.RELATIVE_HUMIDITY, 100, 0, 0.8, 0.05),
            column(Quantity.GROUND_TEMPERATURE, 1, -273.15, 272.9, 0.1),
            column(Quantity.SNOW_SURFACE_TEMPERATURE, 1, -273.15, 263, 3),
            column(Quantity.SNOW_HEIGHT, 1, 0, 1.2, 0.02),
            column(Quantity.WIND_SPEED, 1, 0, 8, 1.5),
            column(Quantity.WIND_DIRECTION, 1, 0, 180, 40),
            column(Quantity.WIND_GUST, 1, 0, 14, 2.5),
            column(Quantity.REFLECTED_SHORTWAVE, 1, 0, 300, 50));

    private final List<String> lines;

    private StationText(List<String> lines) {
        this.lines = lines;
    }

    /** Text of so many values; their number has to be a multiple of that of the columns. */
    static StationText ofValues(int values) {
        if (values % COLUMNS.size() != 0) {
            throw new IllegalArgumentException(values + " values do not fill lines of " + COLUMNS.size());
        }
        Random random = new Random(2540);
        return new StationText(IntStream.range(0, values / COLUMNS.size())
                .mapToObj(line -> line(START.plusSeconds(line * EVERY_SECONDS), random))
                .toList());
    }

    /** The series of its columns. */
    static List<SeriesId> series() {
        return COLUMNS.stream().map(Column::series).toList();
    }

    /** Parses the text and hands on every value. */
    void forEach(Sink sink) {
        for (String line : lines) {
            parse(line, sink);
        }
    }

    private static void parse(String line, Sink sink) {
        int end = line.indexOf(' ');
        long timeMillis = LocalDateTime.parse(line.substring(0, end)).toEpochSecond(ZoneOffset.UTC) * 1000;
        for (Column column : COLUMNS) {
            int start = end + 1;
            end = line.indexOf(' ', start);
            sink.value(column, timeMillis, converted(column, Double.parseDouble(line.substring(start, end))));
        }
    }

    private static double converted(Column column, double number) {
        return number == NO_DATA ? Double.NaN : number * column.scale() + column.offset();
    }

    private static Column column(Quantity quantity, double scale, double offset, double typical, double spread) {
        return new Column(new SeriesId("WFJ2", quantity), scale, offset, typical, spread);
    }

    private static String line(LocalDateTime time, Random random) {
        StringBuilder line = new StringBuilder(time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)).append(' ');
        COLUMNS.forEach(column -> line.append(number(column, random)).append(' '));
        return line.toString();
    }

    private static String number(Column column, Random random) {
        double scattered = column.typical() + column.spread() * random.nextGaussian();
        return random.nextInt(MISSING_ONE_IN) == 0 ? "-999" : String.format(Locale.ROOT, "%.3f", scattered);
    }
}
