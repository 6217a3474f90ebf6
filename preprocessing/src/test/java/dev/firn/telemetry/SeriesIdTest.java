package dev.firn.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesIdTest {

    @Test
    void printsSensorAndQuantity() {
        assertThat(new SeriesId("gate-1", Quantity.PEOPLE_COUNT)).hasToString("gate-1/people-count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "WFJ2", "snow-t", "mast.2_upper"})
    void takesWhatCanBeATopicLevel(String sensor) {
        assertThat(SeriesId.isSensorId(sensor)).isTrue();
        assertThat(new SeriesId(sensor, Quantity.AIR_TEMPERATURE).sensor()).isEqualTo(sensor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "lift/gate", "+", "#", "$SYS", "-a", ".a", "_a", "Süd", "a\n"})
    void rejectsWhatCannot(String sensor) {
        assertThat(SeriesId.isSensorId(sensor)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesId(sensor, Quantity.AIR_TEMPERATURE))
                .withMessageContaining("\"" + sensor + "\"");
    }
}
