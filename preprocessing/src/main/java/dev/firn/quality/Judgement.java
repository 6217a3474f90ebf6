package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Quantity.Kind;
import dev.firn.telemetry.Reading;
import java.util.Optional;

/**
 * Judges the readings of one series: every test that applies to it, and the worst of their flags. It remembers the
 * latest value for the rate of change test, so it belongs to one thread and wants the readings of one series only.
 *
 * <p>A value that failed cannot be true, so the next one is not measured against it: after a failed reading, as after
 * a missing one, the rate of change test begins anew.
 */
public final class Judgement {

    private final GrossRange grossRange;
    private final Optional<StepLimit> maxStep;
    private final boolean circular;

    private boolean hasPrevious;
    private double previousValue;
    private long previousMillis;

    /** A judgement that has seen nothing yet, of a series of this quantity. */
    public Judgement(Quantity quantity, SeriesRules rules) {
        grossRange = GrossRange.of(quantity, rules.userRange());
        maxStep = rules.maxStep();
        circular = quantity.kind() == Kind.DIRECTION;
    }

    /**
     * The reading with the flag it deserves. One flagged missing stays as it is; one that its source has flagged
     * already keeps the worse of the two flags.
     */
    public Reading judge(Reading reading) {
        if (reading.flag() == QualityFlag.MISSING) {
            hasPrevious = false;
            return reading;
        }
        QualityFlag flag =
                reading.flag().worst(grossRange.judge(reading.value())).worst(judgeStep(reading));
        remember(reading, flag);
        return flag == reading.flag()
                ? reading
                : new Reading(reading.series(), reading.timeMillis(), reading.value(), flag);
    }

    private QualityFlag judgeStep(Reading reading) {
        if (!hasPrevious || maxStep.isEmpty()) {
            return QualityFlag.GOOD;
        }
        return maxStep.get().judge(stepTo(reading.value()), reading.timeMillis() - previousMillis);
    }

    // From 350° to 10° is a step of 20°.
    private double stepTo(double value) {
        double step = Math.abs(value - previousValue);
        return circular ? Math.min(step, 360 - step) : step;
    }

    // A reading that comes out of order is no reference for those after it.
    private void remember(Reading reading, QualityFlag flag) {
        if (flag == QualityFlag.FAIL) {
            hasPrevious = false;
        } else if (!hasPrevious || reading.timeMillis() >= previousMillis) {
            hasPrevious = true;
            previousValue = reading.value();
            previousMillis = reading.timeMillis();
        }
    }
}
