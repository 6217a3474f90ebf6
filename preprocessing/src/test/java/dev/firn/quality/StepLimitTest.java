package dev.firn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.telemetry.QualityFlag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepLimitTest {

    @ParameterizedTest(name = "a step of {0} in {1} ms against 3 per minute is {2}")
    @CsvSource({
        "3,      60000, GOOD",
        "3.001,  60000, SUSPECT",
        "-3,     60000, GOOD",
        "-3.001, 60000, SUSPECT",
        "0.5,    10000, GOOD",
        "0.501,  10000, SUSPECT",
        "90,     1800000, GOOD",
        "91,     1800000, SUSPECT",
        "3,      -60000, GOOD",
        "3.001,  -60000, SUSPECT",
        "0,      0, GOOD",
        "0.001,  0, SUSPECT",
    })
    void comparesSpeeds(double step, long elapsedMillis, QualityFlag flag) {
        assertThat(new StepLimit(3, 60_000).judge(step, elapsedMillis)).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsChangeThatIsNoLimit(double change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepLimit(change, 60_000))
                .withMessage("step limit: change " + change + " is not a finite number above 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void rejectsTimeThatIsNone(long perMillis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepLimit(3, perMillis))
                .withMessage("step limit: time " + perMillis + " ms is not above 0");
    }
}
