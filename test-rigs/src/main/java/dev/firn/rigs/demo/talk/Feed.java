package dev.firn.rigs.demo.talk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of SenML for a preprocessor, in the order in which they are said. Not thread-safe. */
public final class Feed {

    private static final int MILLI_DECIMALS = 3;

    private final List<String> lines = new ArrayList<>();
    private final List<String> pings = new ArrayList<>();

    /**
     * A value of a series.
     *
     * @param series {@code sensor/quantity}
     * @param value in the quantity's own unit
     */
    public record Value(String series, BigDecimal value) {

        /** A whole number. */
        public static Value of(String series, long value) {
            return new Value(series, BigDecimal.valueOf(value));
        }
    }

    /** A line of values that were measured at one time, milliseconds since 1970-01-01T00:00Z. */
    public void values(long timeMillis, Value... values) {
        String records = Stream.of(values)
                .map(value -> "{\"n\":\"" + value.series() + "\",\"v\":"
                        + value.value().toPlainString() + "}")
                .collect(Collectors.joining(","));
        lines.add("[{\"bt\":" + seconds(timeMillis) + "," + records.substring(1) + "]");
    }

    /** A ping: it is that late. It carries its number, from 1. */
    public void ping(long timeMillis) {
        pings.add(Integer.toString(pings.size() + 1));
        lines.add("[{\"n\":\"firn/ping\",\"t\":" + seconds(timeMillis) + ",\"vs\":\"" + pings.getLast() + "\"}]");
    }

    /** Nothing more will come. */
    public void drain() {
        lines.add("[{\"n\":\"firn/drain\",\"vb\":true}]");
    }

    /** All that is said. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** What the pings carry, in their order. */
    public List<String> pings() {
        return List.copyOf(pings);
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, MILLI_DECIMALS).stripTrailingZeros().toPlainString();
    }
}
