package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.derived.Parameter.Choice;
import dev.firn.derived.Parameter.Figure;
import dev.firn.derived.Parameter.Time;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    private static final Figure FIGURE = new Figure("noise-m", "m", OptionalDouble.of(0.02), 0.001, 5);
    private static final Time TIME = new Time("period", "10m", "10s", "1d");
    private static final Choice CHOICE = new Choice("method", List.of("psychrometer", "stull"));

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "5, 5", "2e-2, 0.02"})
    void readsFigures(String text, double expected) {
        assertThat(FIGURE.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5.1", "-1", "NaN", "", "two", "1,5"})
    void refusesFigures(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIGURE.parse(text))
                .withMessage("\"" + text + "\": want a number from 0.001 to 5 m");
    }

    @ParameterizedTest
    @CsvSource({"10s, 10000", "20000ms, 20000", "5m, 300000", "2h, 7200000", "1d, 86400000"})
    void readsTimes(String text, double expected) {
        assertThat(TIME.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9s", "2d", "10", "s", "-10s", "1.5m", "10 s", "9999999999h"})
    void refusesTimes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TIME.parse(text))
                .withMessage("\"" + text + "\": want a time from 10s to 1d");
    }

    @ParameterizedTest
    @CsvSource({"psychrometer, 0", "stull, 1"})
    void readsChoices(String text, double expected) {
        assertThat(CHOICE.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Stull", "magnus"})
    void refusesChoices(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHOICE.parse(text))
                .withMessage("\"" + text + "\": want one of psychrometer, stull");
    }
}
