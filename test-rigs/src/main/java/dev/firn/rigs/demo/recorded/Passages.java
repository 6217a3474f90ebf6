package dev.firn.rigs.demo.recorded;

import dev.firn.rigs.recompute.Sample;
import dev.firn.rigs.recompute.Series;
import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * People whom a counter told by the half hour, spread evenly over the half hour: nobody knows when in it they came.
 * Whole people, as many as were counted. Not thread-safe.
 */
public final class Passages {

    private static final long HALF_HOUR_MILLIS = 1_800_000;

    private final NavigableMap<Long, Long> byHalfHour = new TreeMap<>();

    /** Those of a series of counts, each of the half hour that begins at its time. */
    public Passages(Series counts) {
        for (Sample sample : counts.samples()) {
            byHalfHour.merge(
                    sample.timeMillis(), sample.value().orElse(BigDecimal.ZERO).longValueExact(), Long::sum);
        }
    }

    /** People from one time inclusive to another exclusive. */
    public long between(long fromMillis, long toMillis) {
        return until(toMillis) - until(fromMillis);
    }

    private long until(long timeMillis) {
        return byHalfHour.headMap(timeMillis).entrySet().stream()
                .mapToLong(halfHour -> passed(halfHour.getValue(), timeMillis - halfHour.getKey()))
                .sum();
    }

    private static long passed(long people, long millis) {
        return people * Math.min(millis, HALF_HOUR_MILLIS) / HALF_HOUR_MILLIS;
    }
}
