package dev.firn.derived;

/**
 * Wind as a vector: towards the east and the north, m/s, of a speed and the direction that the wind comes from, degrees
 * clockwise from north (WMO-No. 8, Guide to Instruments and Methods of Observation, volume I, chapter 5).
 *
 * @param east towards the east
 * @param north towards the north
 */
public record WindVector(double east, double north) {

    private static final double FULL_CIRCLE = 360;
    // Opposite winds leave a rest of some 1e-16 m/s by rounding; nothing that was measured comes near this.
    private static final double VANISHING = 1e-9;

    /** The vector of a wind of this speed from this direction. */
    public static WindVector of(double speed, double fromDegrees) {
        double radians = Math.toRadians(fromDegrees);
        return new WindVector(-speed * Math.sin(radians), -speed * Math.cos(radians));
    }

    /** Its length. */
    public double speed() {
        return Math.hypot(east, north);
    }

    /** Where it comes from, 0 to below 360; NaN if it has no length, for then it comes from nowhere. */
    public double direction() {
        if (speed() < VANISHING) {
            return Double.NaN;
        }
        double degrees = Math.toDegrees(Math.atan2(-east, -north));
        double turned = degrees < 0 ? degrees + FULL_CIRCLE : degrees;
        // Adding 360 to an angle just below 0 gives exactly 360; and −0 is 0.
        return turned >= FULL_CIRCLE ? 0 : turned + 0.0;
    }
}
