package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.util.Optional;

/**
 * The sensor span of QARTOD's gross range test: a value outside what can be true of the quantity at all fails. The ends
 * are inside.
 *
 * <p>Humidity above 100 % is what field sensors read at saturation, up to 103 % (domain: WFJ2, ISEE2): it becomes 100 %.
 */
final class GrossRange implements Check {

    private static final double SATURATION = 100;

    private final Range plausible;
    private final boolean humidity;

    GrossRange(Quantity quantity, Optional<Range> span) {
        plausible = span.orElseGet(() -> new Range(quantity.min(), quantity.max()));
        humidity = quantity.equals(Quantity.RELATIVE_HUMIDITY);
    }

    @Override
    public void judge(Sample sample) {
        if (!plausible.contains(sample.value())) {
            sample.worsen(QualityFlag.FAIL, Reason.GROSS_RANGE);
        } else if (humidity && sample.value() > SATURATION) {
            sample.replaceValue(SATURATION);
        }
    }
}
