package dev.firn.preprocessor.snow;

import java.util.Locale;

/** What a depth is beside its target. */
public enum DepthVerdict {
    /** Not measured, or too long ago. */
    NO_DATA,
    /** Within the tolerance. */
    OK,
    /** Too little snow. */
    THIN,
    /** Snow to spare. */
    DEEP;

    /** The verdict; an end of the tolerance is still within it, all in metres. */
    public static DepthVerdict of(double depth, double target, double tolerance) {
        if (Double.isNaN(depth)) {
            return NO_DATA;
        }
        if (Math.abs(depth - target) <= tolerance) {
            return OK;
        }
        return depth < target ? THIN : DEEP;
    }

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
