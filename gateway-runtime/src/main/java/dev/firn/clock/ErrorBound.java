package dev.firn.clock;

/**
 * How far off a time of day may be. From the last look at a source of time on it grows by {@value #DRIFT_PPM} parts per
 * million, above what the crystal of a Raspberry Pi does between −40 and 60 °C.
 *
 * @param millis at that look, milliseconds; negative where nobody knows
 * @param sinceNanos when that was, monotonic
 */
record ErrorBound(long millis, long sinceNanos) {

    static final ErrorBound UNKNOWN = new ErrorBound(-1, 0);

    private static final long DRIFT_PPM = 100;

    /** Nanoseconds in which the drift comes to a millisecond. */
    private static final long NANOS_PER_DRIFTED_MILLI = 1_000_000_000_000L / DRIFT_PPM;

    boolean isKnown() {
        return millis >= 0;
    }

    /** At another moment, before or after, milliseconds; −1 where nobody knows. */
    long millisAt(long nanos) {
        return isKnown() ? millis + Math.ceilDiv(Math.abs(nanos - sinceNanos), NANOS_PER_DRIFTED_MILLI) : -1;
    }
}
