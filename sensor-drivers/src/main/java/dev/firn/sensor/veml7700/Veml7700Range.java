package dev.firn.sensor.veml7700;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.time.Duration;

/**
 * How sensitive the part is set. Source: Vishay data sheet 84286 "VEML7700", tables 1 and 2, and application note 84323
 * "Designing the VEML7700 Into an Application".
 */
record Veml7700Range(Gain gain, IntegrationTime time) {

    /** The greatest count. */
    static final int SATURATED = 0xFFFF;

    private static final double CORRECTED_ABOVE_LUX = 1000;
    private static final double MOST_LUX = 120_000;
    private static final double START_MILLIS = 2.5;
    private static final double SLOWEST_CLOCK = 1.2;

    /** What the configuration register becomes for the part to measure so. */
    int configuration() {
        return gain.bits() | time.bits();
    }

    /** How long after it was switched on there is a value: 2.5 ms, and an integration by a slow clock. */
    Duration longestMeasurement() {
        return Duration.ofNanos(Math.round(1e6 * (START_MILLIS + SLOWEST_CLOCK * time.millis())));
    }

    /**
     * Illuminance in lx.
     *
     * @param raw 16 bits, unsigned
     * @param resolution lx for each count where the part is most sensitive, at gain 2 and 800 ms
     */
    double lux(int raw, double resolution) {
        double lux =
                raw * resolution * IntegrationTime.MS_800.millis() / time.millis() * Gain.TWO.factor() / gain.factor();
        return gain.needsCorrection() && lux > CORRECTED_ABOVE_LUX ? corrected(lux) : lux;
    }

    /** What the counts mean. */
    Measured measured(int raw, double resolution) {
        double lux = lux(raw, resolution);
        if (raw == SATURATED) {
            return Measured.suspect(Quantity.ILLUMINANCE, lux, "saturated: it is at least that bright");
        }
        return lux > MOST_LUX
                ? Measured.suspect(Quantity.ILLUMINANCE, lux, "brighter than the part can tell")
                : Measured.of(Quantity.ILLUMINANCE, lux);
    }

    /** The application note's formula for bright light. */
    private static double corrected(double lux) {
        return (((6.0135e-13 * lux - 9.3924e-9) * lux + 8.1488e-5) * lux + 1.0023) * lux;
    }
}
