package dev.firn.sensor.pulse;

import dev.firn.bus.Edge;
import dev.firn.bus.EdgeLines;
import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.util.function.LongConsumer;

/** One line at which a contact closes. */
final class PulseLine implements AutoCloseable {

    private final EdgeLines lines;
    private long lostBefore;

    PulseLine(EdgeLines lines) {
        this.lines = lines;
    }

    /** Forgets what has come so far. */
    void start() {
        lines.fetch();
        lostBefore = lines.lost();
    }

    /** Hands over the times of the pulses that have come since the last call, oldest first. */
    void fetch(LongConsumer pulse) {
        lines.fetch().stream().filter(Edge::active).mapToLong(Edge::timeNanos).forEach(pulse);
    }

    /** What is wrong with values that are to be told now; empty if nothing is. */
    String takeDoubt() {
        long lost = lines.lost() - lostBefore;
        lostBefore = lines.lost();
        return lost == 0 ? "" : "a lower bound: " + lost + " pulses were lost";
    }

    /** A value with that doubt. */
    static Measured measured(Quantity quantity, double value, String doubt) {
        return doubt.isEmpty() ? Measured.of(quantity, value) : Measured.suspect(quantity, value, doubt);
    }

    @Override
    public void close() {
        lines.close();
    }
}
