package dev.firn.preprocessor.snow;

/**
 * How far a groomer may lean. The defaults are ours, cautious for a machine without a winch: what holds is the maker's
 * manual and the slope's rules, so set them.
 *
 * @param pitch nose up or down; default caution at 25, limit at 35 degrees
 * @param roll to either side; default 15 and 20 degrees
 * @param slope angle to the level in whatever direction; default 27 and 35 degrees
 * @param hysteresis how much below a threshold the warning ends, degrees, from 0; default 2
 * @param holdMillis how long a threshold has to be passed, and left, from 0; default 2 s
 * @param staleMillis after how long without a good reading nobody knows the tilt, above 0; default 10 s
 */
public record TiltSettings(
        Thresholds pitch, Thresholds roll, Thresholds slope, double hysteresis, long holdMillis, long staleMillis) {

    /** The defaults. */
    public static final TiltSettings DEFAULT =
            new TiltSettings(new Thresholds(25, 35), new Thresholds(15, 20), new Thresholds(27, 35), 2, 2000, 10_000);

    /** Checks the ranges. */
    public TiltSettings {
        if (!(hysteresis >= 0)) {
            throw new IllegalArgumentException("hysteresis of " + hysteresis + " degrees: want 0 or more");
        }
        if (holdMillis < 0 || staleMillis <= 0) {
            throw new IllegalArgumentException("tilt held for " + holdMillis + " ms and stale after " + staleMillis
                    + " ms: want 0 or more, and more than 0");
        }
    }

    /**
     * Two thresholds in degrees.
     *
     * @param caution from here on the driver is warned, above 0
     * @param limit from here on it is too much, above the caution, at most 90
     */
    public record Thresholds(double caution, double limit) {

        /** The steepest there is, degrees. */
        public static final double STEEPEST = 90;

        /** Checks their order. */
        public Thresholds {
            if (!(caution > 0 && caution < limit && limit <= STEEPEST)) {
                throw new IllegalArgumentException("caution at " + caution + " and limit at " + limit
                        + " degrees: want both above 0 and at most 90, the caution lower");
            }
        }
    }
}
