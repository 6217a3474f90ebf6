package dev.firn.rigs.demo.traffic;

import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.recompute.Kind;
import dev.firn.rigs.recompute.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written for the gateway to replay, kept as it is written. Not thread-safe. */
final class Account {

    /** Length of the windows. */
    static final long WINDOW_MILLIS = 60_000;

    private final List<ReplaySensor> sensors = new ArrayList<>();
    private final Map<Window, Sum> windows = new HashMap<>();
    private long readings;
    private long bytesOneByOne;

    /**
     * A window of a series.
     *
     * @param series {@code sensor/quantity}
     * @param fromMillis its start
     */
    record Window(String series, long fromMillis) {}

    /** What a window's readings come to. */
    static final class Sum {

        private final Kind kind;
        private BigDecimal total = BigDecimal.ZERO;
        private long count;

        private Sum(Kind kind) {
            this.kind = kind;
        }

        private void add(BigDecimal value) {
            total = total.add(value);
            count++;
        }

        /** How the quantity is summarised. */
        Kind kind() {
            return kind;
        }

        long count() {
            return count;
        }

        double mean() {
            return total.doubleValue() / count;
        }
    }

    /** Where the readings of one series are entered, in the order of time. */
    final class Line {

        private final String name;
        private final Kind kind;
        private final SingleMessages messages;
        private Sum open;
        private long openMillis = Long.MIN_VALUE;

        private Line(String sensor, Series series) {
            name = sensor + "/" + series.quantity();
            kind = series.kind();
            messages = new SingleMessages(sensor, series.quantity());
            open = new Sum(kind);
        }

        void enter(long timeMillis, BigDecimal value) {
            readings++;
            bytesOneByOne += messages.bytes(timeMillis, Optional.of(value));
            long fromMillis = Math.floorDiv(timeMillis, WINDOW_MILLIS) * WINDOW_MILLIS;
            if (fromMillis != openMillis) {
                openMillis = fromMillis;
                open = new Sum(kind);
                windows.put(new Window(name, fromMillis), open);
            }
            open.add(value);
        }
    }

    Line of(String sensor, Series series) {
        return new Line(sensor, series);
    }

    void add(ReplaySensor sensor) {
        sensors.add(sensor);
    }

    List<ReplaySensor> sensors() {
        return List.copyOf(sensors);
    }

    /** What must be published. */
    Map<Window, Sum> windows() {
        return Map.copyOf(windows);
    }

    long readings() {
        return readings;
    }

    /** Bytes of topics and payloads if each reading were a message of its own. */
    long bytesOneByOne() {
        return bytesOneByOne;
    }
}
