package dev.firn.telemetry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one window of one series comes to. Statistics are over the readings flagged neither fail nor missing; where
 * there is none of them, or where the quantity's kind has no such statistic, the figure is NaN.
 *
 * @param series whose window it is
 * @param fromMillis start of the window, inclusive, milliseconds since 1970-01-01T00:00Z
 * @param toMillis end of the window, exclusive
 * @param count readings that came, those flagged missing among them
 * @param good of these, flagged good or not evaluated
 * @param missing of these, flagged missing
 * @param values of these, over whose values the statistics are: neither flagged fail or missing nor held back by a filter
 * @param mean arithmetic mean; of a direction the circular mean in [0, 360), NaN where the directions cancel out
 * @param min least value; NaN for a direction
 * @param max greatest value; NaN for a direction
 * @param stddev sample standard deviation (n−1), NaN below two values; of a direction the circular standard
 *     deviation in degrees
 * @param p50 median, by linear interpolation between the closest ranks; NaN for a direction
 * @param p95 95th percentile, likewise
 * @param last the value with the latest time
 * @param sum of all values; NaN unless the quantity is an amount
 * @param flag the worst flag of all readings
 * @param reasons of the readings that are not good, how many for which reason; a reading has one
 */
public record Summary(
        SeriesId series,
        long fromMillis,
        long toMillis,
        long count,
        long good,
        long missing,
        long values,
        double mean,
        double min,
        double max,
        double stddev,
        double p50,
        double p95,
        double last,
        double sum,
        QualityFlag flag,
        Map<Reason, Long> reasons) {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Checks that the window and the counts are possible. */
    public Summary {
        if (fromMillis >= toMillis) {
            throw new IllegalArgumentException("window of " + series + ": " + fromMillis + " to " + toMillis);
        }
        if (good < 0 || missing < 0 || good + missing > count) {
            throw new IllegalArgumentException("window of " + series + ": " + good + " good and " + missing
                    + " missing of " + count + " readings");
        }
        if (values < 0 || values > count - missing) {
            throw new IllegalArgumentException("window of " + series + ": " + values + " values of " + count
                    + " readings, " + missing + " missing");
        }
        reasons = reasons.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(reasons));
    }

    /** The sum as a rate, per hour of the window; NaN unless the quantity is an amount. */
    public double perHour() {
        return sum * MILLIS_PER_HOUR / (toMillis - fromMillis);
    }
}
