package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wetness classes and the window for snow making. */
class SnowTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "-0.4, 1", "0.1, 2", "2.99, 2", "3, 3", "7.9, 3", "8, 4", "15, 4", "15.1, 5", "40, 5"})
    void wetnessByLiquidWater(double percent, int expected) {
        assertThat(SnowSurface.ofWater(percent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-1.1, -0.6, 1",
        "-1.1, NaN, 1",
        "-0.2, -3, 0",
        "-5, -0.2, 0",
        "0, 0, 0",
        "0, NaN, 0",
        "-1, -0.6, NaN",
        "-1.1, -0.5, NaN",
        "-0.5, NaN, NaN",
    })
    void wetnessByTemperatures(double surface, double snow, double expected) {
        assertThat(SnowSurface.ofTemperatures(surface, snow)).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({"0.1, -0.6, true", "0.1, -0.5, false", "0, -5, false", "5, NaN, false"})
    void waterInFrozenSnowIsAContradiction(double percent, double snow, boolean expected) {
        assertThat(SnowSurface.isContradiction(percent, snow)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-2.1, 0", "-2.2, 1", "-6.7, 1", "-6.8, 2", "15, 0", "NaN, NaN"})
    void snowMakingWindow(double wetBulb, double expected) {
        assertThat(new SnowMaking(SnowMaking.MARGINAL_CELSIUS, SnowMaking.GOOD_CELSIUS).window(wetBulb))
                .isEqualTo(Double.valueOf(expected));
    }

    @Test
    void refusesThresholdsTheWrongWayRound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SnowMaking(-6, -2))
                .withMessageContaining("-2.0");
    }
}
