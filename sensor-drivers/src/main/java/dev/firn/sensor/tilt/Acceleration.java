package dev.firn.sensor.tilt;

import dev.firn.sensor.kernel.KernelDevice;

/**
 * What a part at rest feels: the opposite of gravity, along its own axes. On level ground, with its top up, z is one g
 * and the others are zero.
 *
 * <p>Source of the angles: M. Pedley, "Tilt Sensing Using a Three-Axis Accelerometer", NXP AN3461, Rev. 6, equations 25,
 * 26 and 36.
 *
 * @param x m/s², forward
 * @param y m/s², to the left
 * @param z m/s², up
 */
public record Acceleration(double x, double y, double z) {

    /** Standard gravity in m/s² (3rd CGPM, 1901). */
    public static final double GRAVITY = 9.80665;

    /** From values in g. */
    public static Acceleration ofGravities(double x, double y, double z) {
        return new Acceleration(x * GRAVITY, y * GRAVITY, z * GRAVITY);
    }

    /** What the kernel's driver of a part says. */
    public static Acceleration of(KernelDevice device) {
        return new Acceleration(
                device.channel("in_accel_x"), device.channel("in_accel_y"), device.channel("in_accel_z"));
    }

    /** Its size in g. */
    public double gravities() {
        return size() / GRAVITY;
    }

    /** How far the front is up, -90 to 90 degrees. */
    public double pitch() {
        return degrees(Math.atan2(-x, Math.hypot(y, z)));
    }

    /** How far the left side is up, -180 to 180 degrees. */
    public double roll() {
        return degrees(Math.atan2(y, z));
    }

    /** How far the top is from upright, whichever way, 0 to 180 degrees; NaN where there is no acceleration at all. */
    public double slope() {
        return degrees(Math.acos(Math.clamp(z / size(), -1, 1)));
    }

    private double size() {
        return Math.hypot(Math.hypot(x, y), z);
    }

    /** Without a negative zero. */
    private static double degrees(double radians) {
        return Math.toDegrees(radians) + 0.0;
    }
}
