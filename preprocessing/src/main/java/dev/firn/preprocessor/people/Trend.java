package dev.firn.preprocessor.people;

/** Where the number of people in an area goes. */
public enum Trend {
    /** More than before. */
    RISING,
    /** As many as before, or nearly so. */
    STEADY,
    /** Fewer than before. */
    FALLING;

    /** Change that is none, whatever the number: people. */
    static final double DEAD_ZONE_PEOPLE = 5;
    /** Change that is none, as a share of the greater number. */
    static final double DEAD_ZONE_SHARE = 0.1;

    /** What a change from one number of people to another is. */
    public static Trend of(double before, double now) {
        double deadZone = Math.max(DEAD_ZONE_PEOPLE, DEAD_ZONE_SHARE * Math.max(before, now));
        if (Math.abs(now - before) <= deadZone) {
            return STEADY;
        }
        return now > before ? RISING : FALLING;
    }
}
