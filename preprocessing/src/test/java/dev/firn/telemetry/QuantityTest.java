package dev.firn.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.telemetry.Quantity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Air", "air temperature", "air_temperature", "-air", "air-", "air--temperature", "a/b"})
    void rejectsNameThatIsNotLowerCaseWords(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.unknown(name, "Cel"))
                .withMessageContaining("\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "6, 5", "NaN, 5", "5, NaN"})
    void rejectsRangeThatIsNone(double min, double max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity("x", "m", Kind.LEVEL, min, max))
                .withMessage("plausible range of x: " + min + " is not below " + max);
    }

    @Test
    void isFoundByItsName() {
        assertThat(Quantity.named("wind-direction")).contains(Quantity.WIND_DIRECTION);
        assertThat(Quantity.named("happiness")).isEmpty();
    }

    @Test
    void anyFiniteValueOfAnUnknownOneIsPlausible() {
        Quantity unknown = Quantity.unknown("tss2", "");
        assertThat(unknown.isUnbounded()).isTrue();
        assertThat(unknown.kind()).isEqualTo(Kind.LEVEL);
        assertThat(Quantity.AIR_TEMPERATURE.isUnbounded()).isFalse();
    }
}
