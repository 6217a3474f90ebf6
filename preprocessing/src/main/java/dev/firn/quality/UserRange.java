package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;

/**
 * The user span of QARTOD's gross range test: a value outside what is expected at this place is suspect.
 *
 * @param range what is expected, ends included
 */
public record UserRange(Range range) implements Rule {

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        return sample -> {
            if (!range.contains(sample.value())) {
                sample.worsen(QualityFlag.SUSPECT, Reason.RANGE);
            }
        };
    }
}
