package dev.firn.derived;

import dev.firn.telemetry.Circle;

/**
 * Wind as a vector: towards the east and the north, m/s, of a speed and the direction that the wind comes from, degrees
 * clockwise from north (WMO-No. 8, Guide to Instruments and Methods of Observation, volume I, chapter 5).
 *
 * @param east towards the east
 * @param north towards the north
 */
public record WindVector(double east, double north) {

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
        return Circle.normalised(Math.toDegrees(Math.atan2(-east, -north)));
    }
}
