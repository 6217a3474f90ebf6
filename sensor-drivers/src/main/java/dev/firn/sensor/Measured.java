package dev.firn.sensor;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;

/**
 * What a part said of one quantity.
 *
 * @param quantity what was measured
 * @param value in the quantity's unit; NaN exactly when the flag is {@link QualityFlag#MISSING}
 * @param flag {@link QualityFlag#NOT_EVALUATED} where the part has no doubt of its own
 * @param reason what the part doubts, for people; empty where it does not
 */
public record Measured(Quantity quantity, double value, QualityFlag flag, String reason) {

    /** Checks that a value is there exactly when it is not flagged missing, and that a doubt has a reason. */
    public Measured {
        boolean missing = flag == QualityFlag.MISSING;
        if (missing ? !Double.isNaN(value) : !Double.isFinite(value)) {
            throw new IllegalArgumentException(quantity.name() + ": value " + value + " with flag " + flag);
        }
        if (reason.isEmpty() != (flag == QualityFlag.NOT_EVALUATED)) {
            throw new IllegalArgumentException(quantity.name() + ": flag " + flag + " with reason \"" + reason + "\"");
        }
    }

    /** A value that the part stands by. */
    public static Measured of(Quantity quantity, double value) {
        return new Measured(quantity, value, QualityFlag.NOT_EVALUATED, "");
    }

    /** A value that is to be used with care, such as one at the end of the part's range. */
    public static Measured suspect(Quantity quantity, double value, String reason) {
        return new Measured(quantity, value, QualityFlag.SUSPECT, reason);
    }

    /** A value that cannot be true. */
    public static Measured failed(Quantity quantity, double value, String reason) {
        return new Measured(quantity, value, QualityFlag.FAIL, reason);
    }

    /** No value, although the part answered: nothing in range, no fix. */
    public static Measured missing(Quantity quantity, String reason) {
        return new Measured(quantity, Double.NaN, QualityFlag.MISSING, reason);
    }
}
