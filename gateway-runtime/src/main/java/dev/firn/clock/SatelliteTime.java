package dev.firn.clock;

/**
 * What a satellite receiver with a fix said of the time.
 *
 * @param nanos when, monotonic
 * @param utcMillis milliseconds since 1970-01-01T00:00Z
 * @param uncertaintyMillis how far off that may be
 */
public record SatelliteTime(long nanos, long utcMillis, long uncertaintyMillis) {

    /** Older ones say nothing of the present. */
    private static final long FRESH_NANOS = 10_000_000_000L;

    boolean isFreshAt(long now) {
        return now - nanos <= FRESH_NANOS;
    }

    long offsetMillis() {
        return utcMillis - Timescale.millis(nanos);
    }
}
