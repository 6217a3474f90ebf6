package dev.firn.rigs.recompute;

/** How a quantity is summarised. */
public enum Kind {
    /** Mean, deviation, extremes, percentiles. */
    LEVEL,
    /** Degrees on a circle: circular mean and deviation only. */
    DIRECTION,
    /** As a level, and summed. */
    AMOUNT
}
