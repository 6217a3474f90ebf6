package dev.firn.history;

import dev.firn.clock.ClockStamp;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What is too old, counted from the summaries themselves: during a replay the time is the recording's. A time of a clock that
 * nobody has set counts only where it follows from what is kept; else a board that wakes in 1970, or a step by years, would
 * throw away a good history. For one thread.
 */
final class Retention {

    private final long keepMillis;
    private OptionalLong newest = OptionalLong.empty();

    /** A rule for which nothing is too old yet. */
    Retention(Duration keep) {
        keepMillis = keep.toMillis();
    }

    /** The latest window that is kept ended at this time. */
    void startAt(long toMillis) {
        if (newest.isEmpty()) {
            newest = OptionalLong.of(toMillis);
        }
    }

    /** A window ended at this time, by this clock. */
    void saw(long toMillis, ClockStamp clock) {
        if (clock.synced() || newest.isEmpty() || Math.abs(toMillis - newest.getAsLong()) <= keepMillis) {
            newest = OptionalLong.of(toMillis);
        }
    }

    /** Whether all windows that ended in this hour are further from the newest one than is kept, on either side. */
    boolean isOutdated(long hour) {
        if (newest.isEmpty()) {
            return false;
        }
        return hour < RowKey.hourOf(newest.getAsLong() - keepMillis)
                || hour > RowKey.hourOf(newest.getAsLong() + keepMillis);
    }
}
