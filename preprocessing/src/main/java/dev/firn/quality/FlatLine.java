package dev.firn.quality;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The flat line test of QARTOD: a value that has stayed within a tolerance for a time is suspect, for a longer time it
 * fails.
 *
 * @param tolerance greatest less least value of a line that is flat, exclusive; in the quantity's unit, above 0
 * @param suspectMillis how long a flat line lasts that is suspect, milliseconds, above 0
 * @param failMillis how long one lasts that fails, above {@code suspectMillis}; empty for never
 * @param spared values that may stay as long as they like, such as the melting point of snow
 */
public record FlatLine(double tolerance, long suspectMillis, OptionalLong failMillis, Optional<Range> spared)
        implements Rule {

    /** Checks the tolerance and the order of the times. */
    public FlatLine {
        if (!Double.isFinite(tolerance) || tolerance <= 0) {
            throw new IllegalArgumentException("flat line: tolerance " + tolerance + ": want a number above 0");
        }
        if (suspectMillis <= 0 || failMillis.orElse(Long.MAX_VALUE) <= suspectMillis) {
            throw new IllegalArgumentException("flat line: suspect after " + suspectMillis + " ms, failed after "
                    + failMillis + " ms: want two times above 0, the shorter first");
        }
    }

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        return new Stuck(this);
    }

    private static final class Stuck implements Check {
        private final FlatLine rule;
        private final RecentSpan suspect;
        private final RecentSpan fail;

        Stuck(FlatLine rule) {
            this.rule = rule;
            suspect = new RecentSpan(rule.suspectMillis);
            // One that never fails is as long as the other and is not asked.
            fail = new RecentSpan(rule.failMillis.orElse(rule.suspectMillis));
        }

        @Override
        public void judge(Sample sample) {
            if (!sample.isUsable()) {
                return;
            }
            suspect.add(sample.timeMillis(), sample.value());
            if (rule.failMillis.isPresent()) {
                fail.add(sample.timeMillis(), sample.value());
            }
            if (rule.spared.isEmpty() || !rule.spared.get().contains(sample.value())) {
                judgeLine(sample);
            }
        }

        private void judgeLine(Sample sample) {
            if (isFlat(fail) && rule.failMillis.isPresent()) {
                sample.worsen(QualityFlag.FAIL, Reason.FLAT_LINE);
            } else if (isFlat(suspect)) {
                sample.worsen(QualityFlag.SUSPECT, Reason.FLAT_LINE);
            }
        }

        private boolean isFlat(RecentSpan recent) {
            return recent.isFull() && recent.span() < rule.tolerance;
        }

        @Override
        public void save(StateWriter state) {
            suspect.save(state);
            fail.save(state);
        }

        @Override
        public void restore(StateReader state) {
            suspect.restore(state);
            fail.restore(state);
        }
    }
}
