package dev.firn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepLimitTest {

    @ParameterizedTest(name = "a step of {0} in {1} ms against 3 per minute is believed: {2}")
    @CsvSource({
        "3,      60000, true",
        "3.001,  60000, false",
        "0.5,    10000, true",
        "0.501,  10000, false",
        "90,     1800000, true",
        "91,     1800000, false",
        "3,      -60000, true",
        "3.001,  -60000, false",
        "0,      0, true",
        "0.001,  0, false",
    })
    void comparesSpeeds(double step, long elapsedMillis, boolean believed) {
        assertThat(new StepLimit(3, 60_000).allows(step, elapsedMillis)).isEqualTo(believed);
    }

    @Test
    void noiseIsAllowedAtAnyTime() {
        StepLimit limit = new StepLimit(3, 60_000, 0.5);
        assertThat(limit.allows(0.5, 0)).isTrue();
        assertThat(limit.allows(0.56, 1000)).isFalse();
        assertThat(limit.allows(3.5, 60_000)).isTrue();
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
