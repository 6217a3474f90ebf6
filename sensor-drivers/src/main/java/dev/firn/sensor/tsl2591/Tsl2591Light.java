package dev.firn.sensor.tsl2591;

import dev.firn.bus.Words;
import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;
import java.util.List;

/**
 * One measurement. Source: ams data sheet "TSL2591", Rev. 2, for gains, times and saturation. It has no formula for the
 * illuminance; this one, with 408 for the part behind no glass, is that of the kernel's {@code tsl2591} driver.
 *
 * @param full counts of all the light, 16 bits, unsigned
 * @param infrared counts of the infrared alone, 16 bits, unsigned
 */
record Tsl2591Light(int full, int infrared, Gain gain, IntegrationTime time) {

    /** How many bytes the two counts are. */
    static final int BYTES = 4;

    /** In the order in which it is measured. */
    static final List<Quantity> QUANTITIES = List.of(Quantity.ILLUMINANCE, Quantity.INFRARED_RATIO);

    private static final double LUX_FACTOR = 408;
    private static final int DARK = 100;
    private static final String SATURATED = "saturated";

    /** From the registers C0DATAL to C1DATAH. */
    static Tsl2591Light of(byte[] bytes, Gain gain, IntegrationTime time) {
        return new Tsl2591Light(Words.u16LittleEndian(bytes, 0), Words.u16LittleEndian(bytes, 2), gain, time);
    }

    boolean isSaturated() {
        return full >= time.saturation() || infrared >= time.saturation();
    }

    /** With which gain to measure again; the same where the counts are good, or there is nothing better. */
    Gain betterGain() {
        if (isSaturated()) {
            return gain.lower();
        }
        return full < DARK ? gain.higher() : gain;
    }

    /** Illuminance in lx. More infrared than light is noise, or a channel at its end: 0. */
    double lux() {
        if (infrared >= full) {
            return 0;
        }
        double countsPerLux = (double) time.millis() * gain.factor() / LUX_FACTOR;
        return (full - infrared) * (1 - (double) infrared / full) / countsPerLux;
    }

    /** What the counts mean. As long as only all the light is at its end, the formula gives the least it can be. */
    List<Measured> measured() {
        if (infrared >= time.saturation()) {
            return QUANTITIES.stream()
                    .map(quantity -> Measured.missing(quantity, SATURATED))
                    .toList();
        }
        return isSaturated()
                ? List.of(
                        Measured.suspect(Quantity.ILLUMINANCE, lux(), SATURATED + ": it is at least that bright"),
                        Measured.missing(Quantity.INFRARED_RATIO, SATURATED))
                : List.of(Measured.of(Quantity.ILLUMINANCE, lux()), ratio(infrared, full));
    }

    /** The share of infrared in the light, 0 to 1. */
    static Measured ratio(double infrared, double full) {
        return full > 0
                ? Measured.of(Quantity.INFRARED_RATIO, Math.min(1, infrared / full))
                : Measured.missing(Quantity.INFRARED_RATIO, "dark");
    }
}
