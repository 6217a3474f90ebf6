package dev.firn.preprocessor.people;

import java.util.List;

/**
 * What people management is to count, and how often it is to say so.
 *
 * @param everyMillis time between two outputs, milliseconds of event time; outputs are at multiples of it
 * @param staleAfterMillis how long a counter may say nothing before its area's figures are suspect, milliseconds
 * @param longWaitSeconds waiting time from which a queue is a matter for advice
 * @param areas in the order in which they are given out
 * @param lifts in the order in which they are given out
 */
public record PeopleSettings(
        long everyMillis,
        long staleAfterMillis,
        double longWaitSeconds,
        List<AreaSettings> areas,
        List<LiftSettings> lifts) {

    /** Time between two outputs unless something else is set. */
    public static final long EVERY_MILLIS = 60_000;
    /** How long a counter may be silent unless something else is set. */
    public static final long STALE_AFTER_MILLIS = 3_600_000;
    /** A long wait unless something else is set: ten minutes. */
    public static final double LONG_WAIT_SECONDS = 600;

    /** Copies the lists. */
    public PeopleSettings {
        areas = List.copyOf(areas);
        lifts = List.copyOf(lifts);
        if (everyMillis <= 0 || staleAfterMillis <= 0) {
            throw new IllegalArgumentException(
                    "every " + everyMillis + " ms, stale after " + staleAfterMillis + " ms: want more than 0");
        }
    }

    /** The lifts whose queues stand in this area. */
    List<LiftSettings> liftsOf(AreaSettings area) {
        return lifts.stream().filter(lift -> lift.area().equals(area.id())).toList();
    }
}
