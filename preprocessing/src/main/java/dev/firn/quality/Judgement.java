package dev.firn.quality;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.util.List;

/**
 * Judges the samples of one series: every test that applies to it, and the worst of their flags. The tests remember, so it
 * belongs to one thread and wants the samples of one series only, in the order of their arrival.
 *
 * <p>One that is flagged missing stays as it is; one that its source has flagged already keeps the worse of the two flags.
 * The spike test is not among these, since it needs the sample after.
 */
public final class Judgement implements Stateful {

    private final Check grossRange;
    private final Check[] checks;

    Judgement(Check grossRange, List<Check> checks) {
        this.grossRange = grossRange;
        this.checks = checks.toArray(new Check[0]);
    }

    /** Gives the sample the flag that it deserves. */
    public void judge(Sample sample) {
        if (sample.flag() == QualityFlag.MISSING) {
            for (Check check : checks) {
                check.gap();
            }
            return;
        }
        grossRange.judge(sample);
        for (Check check : checks) {
            check.judge(sample);
        }
        sample.worsen(QualityFlag.GOOD, Reason.NONE);
    }

    @Override
    public void save(StateWriter state) {
        for (Check check : checks) {
            check.save(state);
        }
    }

    @Override
    public void restore(StateReader state) {
        for (Check check : checks) {
            check.restore(state);
        }
    }
}
