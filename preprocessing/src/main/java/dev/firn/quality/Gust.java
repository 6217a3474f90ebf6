package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;

/**
 * A gust cannot be weaker than the mean wind (Zahumensky 2004, internal consistency): it is suspect then.
 *
 * @param meanWind the mean wind's series, {@code sensor/quantity}
 * @param tolerance by how much it may, m/s, 0 or above
 */
public record Gust(String meanWind, double tolerance) implements Rule {

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        Other mean = new Other(meanWind, others);
        return sample -> {
            if (sample.value() < mean.valueAt(sample.timeMillis()) - tolerance) {
                sample.worsen(QualityFlag.SUSPECT, Reason.GUST_BELOW_MEAN);
            }
        };
    }
}
