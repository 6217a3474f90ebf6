package dev.firn.clock;

import java.util.Optional;
import java.util.UUID;

/**
 * What one run of the gateway leaves to the next.
 *
 * @param boot during which it ran
 * @param standing what it knew; never {@link Standing#WAITING}
 * @param offsetMillis what it added to monotonic time
 * @param systemOffsetMillis what the system's clock added to it
 * @param bound how far off it may have been
 * @param mending by what earlier dates were mended
 * @param savedNanos when it left this, monotonic time of that boot
 * @param lastGoodMillis it was this late then, or later
 */
record ClockMemory(
        UUID boot,
        Standing standing,
        long offsetMillis,
        long systemOffsetMillis,
        ErrorBound bound,
        Optional<Mending> mending,
        long savedNanos,
        long lastGoodMillis) {

    /** Whether more has changed than time has passed. */
    boolean saysMoreThan(ClockMemory other) {
        return standing != other.standing
                || !mending.equals(other.mending)
                || Math.abs(offsetMillis - other.offsetMillis) > SystemSteps.MOST_FOLLOWED_MILLIS
                || Math.abs(systemOffsetMillis - other.systemOffsetMillis) > SystemSteps.MOST_FOLLOWED_MILLIS;
    }
}
