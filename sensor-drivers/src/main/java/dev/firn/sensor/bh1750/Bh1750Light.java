package dev.firn.sensor.bh1750;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.time.Duration;

/**
 * The numbers of a BH1750. Source: ROHM data sheet "BH1750FVI", Rev. D, "Measurement Procedure" and "Adjust
 * measurement result for influence of optical window".
 */
final class Bh1750Light {

    /** Reset value of the measurement time register. */
    private static final int USUAL_TIME = 69;

    private static final double COUNTS_PER_LUX = 1.2;
    private static final int SATURATED = 0xFFFF;

    private Bh1750Light() {}

    /**
     * Illuminance in lx.
     *
     * @param raw 16 bits, unsigned
     * @param measurementTime the register's value, 31 to 254: the longer, the more counts a lux gives
     */
    static double lux(int raw, int measurementTime) {
        return raw / COUNTS_PER_LUX * USUAL_TIME / measurementTime;
    }

    /** What the counts mean; at their end it is at least that bright. */
    static Measured measured(int raw, int measurementTime) {
        double lux = lux(raw, measurementTime);
        return raw == SATURATED
                ? Measured.suspect(Quantity.ILLUMINANCE, lux, "saturated: it is at least that bright")
                : Measured.of(Quantity.ILLUMINANCE, lux);
    }

    /** How long a measurement in H-resolution mode takes at most: 180 ms at the usual time. */
    static Duration longestConversion(int measurementTime) {
        return Duration.ofMillis(Math.ceilDiv(180 * measurementTime, USUAL_TIME));
    }
}
