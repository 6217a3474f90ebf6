package dev.firn.derived;

/**
 * How a body lies, from the acceleration that a sensor fixed to it feels at rest; x forward, y to the left, z up, m/s².
 * Angles in degrees: pitch = atan2(−x, √(y² + z²)), roll = atan2(y, z), slope = acos(z/|a|) (NXP application note
 * AN3461, equations 25, 26 and the dot product with the vertical).
 *
 * @param x forward
 * @param y to the left
 * @param z up
 */
public record Tilt(double x, double y, double z) {

    /** Standard gravity, m/s². */
    public static final double GRAVITY = 9.80665;

    /** −90 to 90: above 0 where x points down. */
    public double pitch() {
        return Math.toDegrees(Math.atan2(-x, Math.hypot(y, z)));
    }

    /** −180 to 180: above 0 where y points up. */
    public double roll() {
        return Math.toDegrees(Math.atan2(y, z));
    }

    /** Angle between z and the vertical, 0 to 180; NaN where nothing is felt. */
    public double slope() {
        return Math.toDegrees(Math.acos(Math.clamp(z / length(), -1, 1)));
    }

    /** Whether more than gravity is felt, or less: bumps, braking; by more than this part of standard gravity. */
    public boolean isShaken(double tolerance) {
        return Math.abs(length() / GRAVITY - 1) > tolerance;
    }

    /** What lies between this and the other: of the other the weight, 0 to 1, and of this the rest. */
    Tilt mixed(Tilt other, double weight) {
        return new Tilt(x + weight * (other.x - x), y + weight * (other.y - y), z + weight * (other.z - z));
    }

    private double length() {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
