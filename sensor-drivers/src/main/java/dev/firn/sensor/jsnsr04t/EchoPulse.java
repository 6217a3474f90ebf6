package dev.firn.sensor.jsnsr04t;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;

/**
 * The width of an echo pulse. Source: user manual HC-SR04 (width is the time to the target and back), and the kernel's
 * {@code drivers/iio/proximity/srf04.c}, whose speed of sound and longest pulse these are.
 */
final class EchoPulse {

    /** In m/s: of air at 20 °C. */
    static final double ASSUMED_SPEED = 343.5;

    /** Below this the part hears its own ping still, in m: JSN-SR04T data sheet, "Blind area". */
    static final double NEAREST = 0.25;

    /** How far the longest pulse is, in m. */
    static final double FARTHEST = 6.9;

    private static final long LONGEST_NANOS = 40_440_000;

    private EchoPulse() {}

    /** What a pulse says. */
    static Measured distance(long nanos) {
        return nanos > LONGEST_NANOS ? noTarget() : distance(nanos * 1e-9 * ASSUMED_SPEED / 2);
    }

    /**
     * What a distance is worth.
     *
     * @param metres by the assumed speed
     */
    static Measured distance(double metres) {
        return metres < NEAREST
                ? Measured.suspect(Quantity.DISTANCE, metres, "nearer than the 0.25 m that it can tell")
                : Measured.of(Quantity.DISTANCE, metres);
    }

    static Measured noTarget() {
        return Measured.missing(Quantity.DISTANCE, "no target");
    }
}
