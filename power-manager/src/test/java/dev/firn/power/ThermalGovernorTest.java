package dev.firn.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThermalGovernorTest {

    private static final ThermalPolicy POLICY = new ThermalPolicy(
            List.of(
                    new TripPoint(70, PowerLevel.ECO),
                    new TripPoint(75, PowerLevel.LOW),
                    new TripPoint(80, PowerLevel.SURVIVAL)),
            5,
            60_000);

    private final ThermalGovernor governor = new ThermalGovernor(POLICY);

    @ParameterizedTest
    @CsvSource({"-20, FULL", "69.9, FULL", "70, ECO", "74.9, ECO", "75, LOW", "80, SURVIVAL", "95, SURVIVAL"})
    void heatIsAnsweredByTheHighestTripPointReached(double celsius, PowerLevel level) {
        assertThat(governor.decide(0, celsius).level()).isEqualTo(level);
    }

    @Test
    void heatIsAnsweredAtOnceEvenWithinTheDwell() {
        assertThat(levelAt(0, 71)).isEqualTo(PowerLevel.ECO);
        assertThat(levelAt(1000, 81)).isEqualTo(PowerLevel.SURVIVAL);
    }

    @Test
    void levelIsHeldWithinTheHysteresis() {
        levelAt(0, 70);
        assertThat(levelAt(600_000, 65.1)).isEqualTo(PowerLevel.ECO);
        assertThat(levelAt(600_001, 65)).isEqualTo(PowerLevel.FULL);
    }

    @Test
    void levelIsHeldForItsDwell() {
        levelAt(0, 70);
        assertThat(levelAt(59_999, 40)).isEqualTo(PowerLevel.ECO);
        assertThat(levelAt(60_000, 40)).isEqualTo(PowerLevel.FULL);
    }

    @Test
    void coolingGoesOneLevelAtATimeWithADwellEach() {
        levelAt(0, 85);
        assertThat(levelAt(60_000, 40)).isEqualTo(PowerLevel.LOW);
        assertThat(levelAt(119_999, 40)).isEqualTo(PowerLevel.LOW);
        assertThat(levelAt(120_000, 40)).isEqualTo(PowerLevel.ECO);
        assertThat(levelAt(180_000, 40)).isEqualTo(PowerLevel.FULL);
    }

    @Test
    void boardAtTheEdgeDoesNotSwitchBackAndForth() {
        levelAt(0, 70.2);
        for (int second = 1; second < 600; second++) {
            assertThat(levelAt(second * 1000L, second % 2 == 0 ? 70.2 : 69.8)).isEqualTo(PowerLevel.ECO);
        }
    }

    @Test
    void dwellCountsFromTheLevelsOwnBeginning() {
        levelAt(0, 71);
        levelAt(50_000, 76);
        assertThat(levelAt(100_000, 60)).isEqualTo(PowerLevel.LOW);
        assertThat(levelAt(110_000, 60)).isEqualTo(PowerLevel.ECO);
    }

    @Test
    void reasonNamesTheTemperatureAndWhatItIsHeldAgainst() {
        assertThat(governor.decide(0, 48.23).reason()).isEqualTo("48.2 °C: below the trip point of 70.0 °C");
        assertThat(governor.decide(0, 76).reason()).isEqualTo("76.0 °C: the trip point of 75.0 °C is reached");
        assertThat(governor.decide(1000, 72).reason()).isEqualTo("72.0 °C: not cooled to 70.0 °C yet");
        assertThat(governor.decide(20_001, 69).reason()).isEqualTo("69.0 °C: cooled, held for 40 s more");
        assertThat(governor.decide(60_000, 69).reason()).isEqualTo("69.0 °C: cooled to 70.0 °C");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsWhatIsNoTemperature(double celsius) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> governor.decide(0, celsius))
                .withMessageContaining(celsius + " °C");
    }

    private PowerLevel levelAt(long nowMillis, double celsius) {
        return governor.decide(nowMillis, celsius).level();
    }
}
