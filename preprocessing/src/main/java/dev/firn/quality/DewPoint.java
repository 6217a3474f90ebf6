package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;

/**
 * A dew point cannot lie above the air temperature (Zahumensky 2004, internal consistency): it is suspect then.
 *
 * @param airTemperature the air's series, {@code sensor/quantity}
 * @param tolerance by how many kelvins it may, for the errors of both sensors; 0 or above
 */
public record DewPoint(String airTemperature, double tolerance) implements Rule {

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        Other air = new Other(airTemperature, others);
        return sample -> {
            // A comparison with NaN is false.
            if (sample.value() > air.valueAt(sample.timeMillis()) + tolerance) {
                sample.worsen(QualityFlag.SUSPECT, Reason.DEW_POINT_ABOVE_TEMPERATURE);
            }
        };
    }
}
