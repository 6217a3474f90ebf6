package dev.firn.quality;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Quantity.Kind;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.util.Optional;

/**
 * The rate of change test of QARTOD: a value that moves away from the one before it faster than its quantity can is
 * suspect. A value that failed cannot be true, so the next one is not measured against it: after a failed value, as after
 * a missing one, the test begins anew. Of a direction the shorter way round counts, as a rise.
 *
 * @param rise how fast values may rise; empty for any speed
 * @param fall how fast they may fall; likewise
 */
public record RateOfChange(Optional<StepLimit> rise, Optional<StepLimit> fall) implements Rule {

    /** The same limit both ways. */
    public static RateOfChange of(StepLimit limit) {
        return new RateOfChange(Optional.of(limit), Optional.of(limit));
    }

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        return new FromTheOneBefore(this, quantity.kind() == Kind.DIRECTION);
    }

    private static final class FromTheOneBefore implements Check {
        private static final double FULL_CIRCLE = 360;

        private final Optional<StepLimit> rise;
        private final Optional<StepLimit> fall;
        private final boolean circular;

        private boolean hasPrevious;
        private double previousValue;
        private long previousMillis;

        FromTheOneBefore(RateOfChange rule, boolean circular) {
            rise = rule.rise;
            fall = rule.fall;
            this.circular = circular;
        }

        @Override
        public void judge(Sample sample) {
            if (hasPrevious && !isBelieved(sample)) {
                sample.worsen(QualityFlag.SUSPECT, Reason.RATE_OF_CHANGE);
            }
            remember(sample);
        }

        private boolean isBelieved(Sample sample) {
            double step = stepTo(sample.value());
            Optional<StepLimit> limit = step >= 0 ? rise : fall;
            return limit.isEmpty() || limit.get().allows(Math.abs(step), sample.timeMillis() - previousMillis);
        }

        // From 350° to 10° is a step of 20°.
        private double stepTo(double value) {
            double step = value - previousValue;
            return circular ? Math.min(Math.abs(step), FULL_CIRCLE - Math.abs(step)) : step;
        }

        // A reading that comes out of order is no reference for those after it.
        private void remember(Sample sample) {
            if (!sample.isUsable()) {
                hasPrevious = false;
            } else if (!hasPrevious || sample.timeMillis() >= previousMillis) {
                hasPrevious = true;
                previousValue = sample.value();
                previousMillis = sample.timeMillis();
            }
        }

        @Override
        public void gap() {
            hasPrevious = false;
        }

        @Override
        public void save(StateWriter state) {
            state.put(hasPrevious).put(previousValue).put(previousMillis);
        }

        @Override
        public void restore(StateReader state) {
            hasPrevious = state.getBoolean();
            previousValue = state.getDouble();
            previousMillis = state.getLong();
        }
    }
}
