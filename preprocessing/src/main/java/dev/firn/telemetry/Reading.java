package dev.firn.telemetry;

/**
 * One value of one series at one instant, with the trust it has earned so far. Immutable.
 *
 * @param series whose value it is
 * @param timeMillis when it was measured: milliseconds since 1970-01-01T00:00Z
 * @param value in the unit of the series' quantity; NaN exactly when the flag is {@link QualityFlag#MISSING}
 * @param flag how far it can be trusted
 */
public record Reading(SeriesId series, long timeMillis, double value, QualityFlag flag) {

    /** Checks that a value is there exactly when it is not flagged missing. */
    public Reading {
        boolean missing = flag == QualityFlag.MISSING;
        if (missing ? !Double.isNaN(value) : !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "reading of " + series + " at " + timeMillis + ": value " + value + " with flag " + flag);
        }
    }

    /** A value as it came, that nobody has judged yet. */
    public static Reading of(SeriesId series, long timeMillis, double value) {
        return new Reading(series, timeMillis, value, QualityFlag.NOT_EVALUATED);
    }

    /** Notice that no value came at this time. */
    public static Reading missing(SeriesId series, long timeMillis) {
        return new Reading(series, timeMillis, Double.NaN, QualityFlag.MISSING);
    }

    /** The same value with another flag. */
    public Reading flagged(QualityFlag newFlag) {
        return newFlag == flag ? this : new Reading(series, timeMillis, value, newFlag);
    }
}
