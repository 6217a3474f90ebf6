package dev.firn.quality;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;

/**
 * The attenuated signal test of QARTOD, by range: values that vary less within a stretch of time than the quantity does
 * are suspect, or fail. It finds what a flat line test does not: a sensor that still moves, but too little, as under ice.
 *
 * @param overMillis the stretch, milliseconds, above 0
 * @param suspectBelow greatest less least value that is believed, in the quantity's unit, above 0
 * @param failBelow what cannot be true, at most {@code suspectBelow}; 0 for never
 */
public record AttenuatedSignal(long overMillis, double suspectBelow, double failBelow) implements Rule {

    /** Checks the stretch and the order of the limits. */
    public AttenuatedSignal {
        if (overMillis <= 0) {
            throw new IllegalArgumentException("attenuated signal: over " + overMillis + " ms: want more than 0");
        }
        if (!(suspectBelow > 0 && failBelow >= 0 && failBelow <= suspectBelow && suspectBelow < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("attenuated signal: suspect below " + suspectBelow + ", failed below "
                    + failBelow + ": want a number above 0 and one that is not above it");
        }
    }

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        return new Quiet(this);
    }

    private static final class Quiet implements Check {
        private final AttenuatedSignal rule;
        private final RecentSpan recent;

        Quiet(AttenuatedSignal rule) {
            this.rule = rule;
            recent = new RecentSpan(rule.overMillis);
        }

        @Override
        public void judge(Sample sample) {
            if (!sample.isUsable()) {
                return;
            }
            recent.add(sample.timeMillis(), sample.value());
            if (recent.isFull()) {
                judgeSpan(recent.span(), sample);
            }
        }

        private void judgeSpan(double span, Sample sample) {
            if (span < rule.failBelow) {
                sample.worsen(QualityFlag.FAIL, Reason.ATTENUATED_SIGNAL);
            } else if (span < rule.suspectBelow) {
                sample.worsen(QualityFlag.SUSPECT, Reason.ATTENUATED_SIGNAL);
            }
        }

        @Override
        public void save(StateWriter state) {
            recent.save(state);
        }

        @Override
        public void restore(StateReader state) {
            recent.restore(state);
        }
    }
}
