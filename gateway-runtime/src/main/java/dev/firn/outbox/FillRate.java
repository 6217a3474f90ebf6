package dev.firn.outbox;

import java.util.OptionalDouble;

/**
 * How fast records come, in bytes of log an hour: a mean over the last hours, in which an hour ago counts a third of now. For
 * one thread.
 */
final class FillRate {

    private static final double NANOS_PER_HOUR = 3.6e12;
    /** Before that the few records say little. */
    private static final double LEAST_HOURS = 1.0 / 60;

    private final long beganNanos;
    private double weighted;
    private long atNanos;

    FillRate(long nowNanos) {
        beganNanos = nowNanos;
        atNanos = nowNanos;
    }

    void came(long bytes, long nowNanos) {
        weighted = faded(nowNanos) + bytes;
        atNanos = nowNanos;
    }

    /** Empty while it is not known yet. */
    OptionalDouble bytesAnHour(long nowNanos) {
        double hours = (nowNanos - beganNanos) / NANOS_PER_HOUR;
        if (hours < LEAST_HOURS) {
            return OptionalDouble.empty();
        }
        // What the weights of all hours since the beginning add up to.
        return OptionalDouble.of(faded(nowNanos) / (1 - Math.exp(-hours)));
    }

    private double faded(long nowNanos) {
        return weighted * Math.exp(-(nowNanos - atNanos) / NANOS_PER_HOUR);
    }
}
