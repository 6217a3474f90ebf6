package dev.firn.preprocessor.people;

/** How crowded an area is: its crowding in four words. The thresholds are Firn's own. */
public enum CrowdingLevel {
    /** Crowding below 0.5. */
    LOW(0.5),
    /** Below 0.8. */
    MODERATE(0.8),
    /** Below 1. */
    HIGH(1.0),
    /** 1 and above: more people than the run is meant for. */
    OVERCROWDED(Double.POSITIVE_INFINITY);

    private final double below;

    CrowdingLevel(double below) {
        this.below = below;
    }

    /** The level of this crowding, which is 0 or more: density by the upper limit of the area. */
    public static CrowdingLevel of(double crowding) {
        for (CrowdingLevel level : values()) {
            if (crowding < level.below) {
                return level;
            }
        }
        return OVERCROWDED;
    }

    /** The crowding at which the next level begins. */
    public double below() {
        return below;
    }
}
