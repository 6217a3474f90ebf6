package dev.firn.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void acceptsTheEndsOfTheEarth() {
        assertThat(new Position(90, -180, 8849).altitude()).isEqualTo(8849);
        assertThat(new Position(-90, 180, -430).altitude()).isEqualTo(-430);
    }

    @Test
    void quotesWhatIsNotOnTheEarth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(90.5, 0, 0))
                .withMessageContaining("latitude 90.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(0, -180.1, 0))
                .withMessageContaining("longitude -180.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(0, 0, Double.NaN))
                .withMessageContaining("altitude NaN");
    }
}
