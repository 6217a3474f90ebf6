package dev.firn.telemetry;

/**
 * One value of one series at one instant, with the trust it has earned so far. Immutable.
 *
 * @param series whose value it is
 * @param timeMillis when it was measured: milliseconds since 1970-01-01T00:00Z
 * @param value in the unit of the series' quantity; NaN exactly when the flag is {@link QualityFlag#MISSING}
 * @param flag how far it can be trusted
 * @param reason why it is not good; {@link Reason#NONE} exactly when the flag {@link QualityFlag#isGood is good}
 */
public record Reading(SeriesId series, long timeMillis, double value, QualityFlag flag, Reason reason) {

    /** Checks that a value is there exactly when it is not flagged missing, and a reason exactly when it is not good. */
    public Reading {
        boolean missing = flag == QualityFlag.MISSING;
        if (missing ? !Double.isNaN(value) : !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "reading of " + series + " at " + timeMillis + ": value " + value + " with flag " + flag);
        }
        if (flag.isGood() != (reason == Reason.NONE)) {
            throw new IllegalArgumentException(
                    "reading of " + series + " at " + timeMillis + ": flag " + flag + " with reason " + reason);
        }
    }

    /** A reading that its source has flagged. */
    public Reading(SeriesId series, long timeMillis, double value, QualityFlag flag) {
        this(series, timeMillis, value, flag, sourceReason(flag));
    }

    /** A value as it came, that nobody has judged yet. */
    public static Reading of(SeriesId series, long timeMillis, double value) {
        return new Reading(series, timeMillis, value, QualityFlag.NOT_EVALUATED, Reason.NONE);
    }

    /** Notice that no value came at this time. */
    public static Reading missing(SeriesId series, long timeMillis) {
        return missing(series, timeMillis, Reason.NO_VALUE);
    }

    /** Notice that no value came at this time, and why. */
    public static Reading missing(SeriesId series, long timeMillis, Reason reason) {
        return new Reading(series, timeMillis, Double.NaN, QualityFlag.MISSING, reason);
    }

    private static Reason sourceReason(QualityFlag flag) {
        return switch (flag) {
            case GOOD, NOT_EVALUATED -> Reason.NONE;
            case MISSING -> Reason.NO_VALUE;
            case SUSPECT, FAIL -> Reason.SOURCE;
        };
    }
}
