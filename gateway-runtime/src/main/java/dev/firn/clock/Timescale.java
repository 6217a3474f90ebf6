package dev.firn.clock;

/**
 * What turns monotonic time into the time of day. It never runs backwards: after a small change back, time stands until it
 * has caught up. All times of day are milliseconds since 1970-01-01T00:00Z; monotonic ones are nanoseconds of
 * {@link System#nanoTime}.
 *
 * @param earlierMillis what is added to monotonic time before the last change
 * @param sinceNanos when that was
 * @param floorMillis the time of day then, below which it does not go any more
 * @param offsetMillis what is added from then on
 */
record Timescale(long earlierMillis, long sinceNanos, long floorMillis, long offsetMillis) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** One that was never changed. */
    static Timescale of(long offsetMillis) {
        return new Timescale(offsetMillis, Long.MIN_VALUE, Long.MIN_VALUE, offsetMillis);
    }

    /** Monotonic time, milliseconds. */
    static long millis(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_MILLI);
    }

    /** The time of day at a moment. */
    long wallMillisAt(long nanos) {
        return nanos < sinceNanos
                ? Math.min(millis(nanos) + earlierMillis, floorMillis)
                : Math.max(millis(nanos) + offsetMillis, floorMillis);
    }

    /** One that goes on from this one without a turn backwards. */
    Timescale changed(long newOffsetMillis, long atNanos) {
        return new Timescale(offsetMillis, atNanos, wallMillisAt(atNanos), newOffsetMillis);
    }
}
