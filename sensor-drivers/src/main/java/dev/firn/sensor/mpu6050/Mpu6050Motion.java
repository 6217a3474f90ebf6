package dev.firn.sensor.mpu6050;

import dev.firn.bus.Words;
import dev.firn.sensor.Measured;
import dev.firn.sensor.tilt.Acceleration;
import dev.firn.telemetry.Quantity;
import java.util.List;

/**
 * The numbers of an MPU-6050. Source: InvenSense register map RM-MPU-6000A-00, Rev. 4.2, sections 4.17 to 4.19.
 *
 * @param accelerationRange in g each way: 2, 4, 8 or 16
 * @param rateRange in degrees a second each way: 250, 500, 1000 or 2000
 */
record Mpu6050Motion(int accelerationRange, int rateRange) {

    /** Acceleration, temperature and angular rate, one after the other from register 0x3B. */
    static final int LENGTH = 14;

    private static final double FULL_SCALE = 32_768;

    Acceleration acceleration(byte[] sample) {
        double gravities = accelerationRange / FULL_SCALE;
        return Acceleration.ofGravities(
                Words.s16BigEndian(sample, 0) * gravities,
                Words.s16BigEndian(sample, 2) * gravities,
                Words.s16BigEndian(sample, 4) * gravities);
    }

    /** Whether an axis of acceleration is at the end of its range. */
    static boolean isClipped(byte[] sample) {
        return isEnd(sample, 0) || isEnd(sample, 2) || isEnd(sample, 4);
    }

    /** Angular rates in rad/s, and the part's own temperature. */
    List<Measured> others(byte[] sample) {
        return List.of(
                rate(Quantity.ANGULAR_RATE_X, sample, 8),
                rate(Quantity.ANGULAR_RATE_Y, sample, 10),
                rate(Quantity.ANGULAR_RATE_Z, sample, 12),
                Measured.of(Quantity.SENSOR_TEMPERATURE, celsius(Words.s16BigEndian(sample, 6))));
    }

    /** Temperature of the part in °C; section 4.18. */
    static double celsius(int raw) {
        return raw / 340.0 + 36.53;
    }

    /** Angular rate in rad/s. */
    double rate(int raw) {
        return Math.toRadians(raw / countsPerDegreePerSecond());
    }

    /** The table of section 4.19. */
    private double countsPerDegreePerSecond() {
        return switch (rateRange) {
            case 250 -> 131;
            case 500 -> 65.5;
            case 1000 -> 32.8;
            default -> 16.4;
        };
    }

    private Measured rate(Quantity quantity, byte[] sample, int at) {
        double rate = rate(Words.s16BigEndian(sample, at));
        return isEnd(sample, at)
                ? Measured.suspect(quantity, rate, "at the end of its range")
                : Measured.of(quantity, rate);
    }

    private static boolean isEnd(byte[] sample, int at) {
        int raw = Words.s16BigEndian(sample, at);
        return raw == Short.MAX_VALUE || raw == Short.MIN_VALUE;
    }
}
