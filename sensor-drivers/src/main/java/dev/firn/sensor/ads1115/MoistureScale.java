package dev.firn.sensor.ads1115;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.Quantity;

/**
 * What an analog probe's voltage means. No formula holds for all probes: two points are measured at the site.
 *
 * @param dry volts in dry air or dry snow, 0 %
 * @param wet volts in water or slush, 100 %; another than {@code dry}, above or below it
 */
record MoistureScale(double dry, double wet) {

    /** How far beyond the two points a probe can be without doubt, in percent. */
    private static final double MARGIN = 10;

    Measured measured(InputVoltage voltage) {
        double percent = (voltage.volts() - dry) / (wet - dry) * 100;
        double inRange = Math.clamp(percent, 0, 100);
        if (voltage.clipped() || Math.abs(percent - inRange) > MARGIN) {
            return Measured.suspect(
                    Quantity.SNOW_MOISTURE,
                    inRange,
                    "%.3f V is not between moisture-dry-v and moisture-wet-v".formatted(voltage.volts()));
        }
        return Measured.of(Quantity.SNOW_MOISTURE, inRange);
    }
}
