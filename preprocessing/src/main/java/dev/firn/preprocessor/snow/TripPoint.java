package dev.firn.preprocessor.snow;

/**
 * A threshold that a value has to pass for a while, and to fall clearly below for as long: so that a bump is no warning and
 * a value at the threshold does not flicker. For one thread.
 */
final class TripPoint {

    private static final long NEVER = Long.MIN_VALUE;

    private final double threshold;
    private final double hysteresis;
    private final long holdMillis;
    private boolean tripped;
    private long otherwiseSince = NEVER;

    /** Trips at the threshold, and lets go at so much below it. */
    TripPoint(double threshold, double hysteresis, long holdMillis) {
        this.threshold = threshold;
        this.hysteresis = hysteresis;
        this.holdMillis = holdMillis;
    }

    /** Takes the next value; whether it is tripped then. */
    boolean accept(long timeMillis, double value) {
        boolean beyond = value >= (tripped ? threshold - hysteresis : threshold);
        if (beyond == tripped) {
            otherwiseSince = NEVER;
        } else {
            otherwiseSince = otherwiseSince == NEVER ? timeMillis : otherwiseSince;
            if (timeMillis - otherwiseSince >= holdMillis) {
                tripped = beyond;
                otherwiseSince = NEVER;
            }
        }
        return tripped;
    }
}
