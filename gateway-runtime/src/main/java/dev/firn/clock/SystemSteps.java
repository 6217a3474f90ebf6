package dev.firn.clock;

/**
 * Tells small changes of the system's clock from steps, while nobody says that it is right. A step counts only when it has
 * stood for a while: whoever keeps the clock sets it first and says so a moment later. Pure; one thread.
 */
final class SystemSteps {

    /** A larger change at once is a step. */
    static final long MOST_FOLLOWED_MILLIS = 1000;

    /** Below it the difference of two looks tells nothing. */
    private static final long LEAST_FOLLOWED_MILLIS = 3;

    private static final long STANDS_AFTER_NANOS = 10_000_000_000L;

    /** How the clock moved against monotonic time since the look before. */
    sealed interface Movement {

        /** By so many milliseconds, which may be none. */
        record Small(long millis) implements Movement {}

        /** By a step that may yet be explained, or taken back. */
        record Doubtful() implements Movement {}

        /** By a step that has stood. */
        record Stepped() implements Movement {}
    }

    private long offsetMillis;
    private long steppedOffsetMillis;
    private long steppedNanos;
    private boolean isDoubtful;

    SystemSteps(long offsetMillis) {
        this.offsetMillis = offsetMillis;
    }

    /** What is added to monotonic time by the clock, as it stood before a step that is in doubt. */
    long offsetMillis() {
        return offsetMillis;
    }

    /** However it moved, that is explained. */
    void follow(long systemOffsetMillis) {
        offsetMillis = systemOffsetMillis;
        isDoubtful = false;
    }

    Movement look(long nanos, long systemOffsetMillis) {
        long millis = systemOffsetMillis - offsetMillis;
        if (Math.abs(millis) <= MOST_FOLLOWED_MILLIS) {
            isDoubtful = false;
            boolean isNoise = Math.abs(millis) < LEAST_FOLLOWED_MILLIS;
            offsetMillis = isNoise ? offsetMillis : systemOffsetMillis;
            return new Movement.Small(isNoise ? 0 : millis);
        }
        if (!isDoubtful || Math.abs(systemOffsetMillis - steppedOffsetMillis) > MOST_FOLLOWED_MILLIS) {
            isDoubtful = true;
            steppedNanos = nanos;
            steppedOffsetMillis = systemOffsetMillis;
        } else if (nanos - steppedNanos >= STANDS_AFTER_NANOS) {
            follow(systemOffsetMillis);
            return new Movement.Stepped();
        }
        return new Movement.Doubtful();
    }
}
