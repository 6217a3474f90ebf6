package dev.firn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors of ioos_qc's own tests (9c1853a, Apache-2.0). */
class SpikeLimitsTest {

    private static final double MISSING = Double.NaN;

    @Test
    void flagsTheVectorsOfQartod() {
        assertThat(flags(10, 12, 999.99, 13, 15, 40, 9, 9)).containsExactly(2, 4, 4, 4, 1, 3, 1, 2);
        assertThat(flags(-100, -99, -99, -98)).containsExactly(2, 1, 1, 2);
    }

    @Test
    void flagsTheVectorOfQartodWithAMissingValue() {
        assertThat(flags(10, 12, 999.99, 13, 15, 40, 9, 9, MISSING, 10, 10, 999.99, 10, MISSING))
                .containsExactly(2, 4, 4, 4, 1, 3, 1, 2, 9, 2, 4, 4, 2, 9);
    }

    @Test
    void rejectsLimitsOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpikeLimits(50, 25))
                .withMessageContaining("50.0");
    }

    // A value with both neighbours that nothing is held against has passed; one without has not been evaluated.
    private static List<Integer> flags(double... values) {
        SpikeLimits limits = new SpikeLimits(25, 50);
        List<Integer> flags = new ArrayList<>();
        for (int place = 0; place < values.length; place++) {
            double before = place == 0 ? MISSING : values[place - 1];
            double after = place == values.length - 1 ? MISSING : values[place + 1];
            flags.add(flag(limits, before, values[place], after));
        }
        return flags;
    }

    private static int flag(SpikeLimits limits, double before, double value, double after) {
        if (Double.isNaN(value)) {
            return QualityFlag.MISSING.code();
        }
        Sample sample = new Sample().set(0, value, QualityFlag.NOT_EVALUATED, Reason.NONE);
        limits.judge(before, sample, after);
        boolean evaluated = !Double.isNaN(before) && !Double.isNaN(after);
        return sample.flag() == QualityFlag.NOT_EVALUATED && evaluated
                ? QualityFlag.GOOD.code()
                : sample.flag().code();
    }
}
