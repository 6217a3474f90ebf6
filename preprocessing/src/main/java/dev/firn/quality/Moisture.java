package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;

/**
 * Snow colder than −0.5 °C holds no liquid water (Fierz et al. 2009): a moisture above the probe's zero is suspect then.
 *
 * @param snowTemperature the snow's series, {@code sensor/quantity}
 * @param zero moisture up to which the probe is taken to read dry, %
 */
public record Moisture(String snowTemperature, double zero) implements Rule {

    private static final double COLD = -0.5;

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        Other snow = new Other(snowTemperature, others);
        return sample -> {
            if (sample.value() > zero && snow.valueAt(sample.timeMillis()) < COLD) {
                sample.worsen(QualityFlag.SUSPECT, Reason.WET_BELOW_FREEZING);
            }
        };
    }
}
