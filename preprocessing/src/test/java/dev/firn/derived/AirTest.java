package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pressure, sound, light: formulas of one line. */
class AirTest {

    @Test
    void standardPressureAtWeissfluhjoch() {
        assertThat(SeaLevelPressure.standardAt(2540)).isCloseTo(74_308, within(1.0));
        assertThat(SeaLevelPressure.standardAt(0)).isEqualTo(101_325);
    }

    @Test
    void pressureIsReducedToSeaLevel() {
        assertThat(SeaLevelPressure.reduced(74_300, -5, 2540)).isCloseTo(101_720, within(15.0));
        assertThat(SeaLevelPressure.reduced(98_000, 3, 0)).isEqualTo(98_000);
    }

    @Test
    void standardAtmosphereIsReducedToItsOwnSeaLevel() {
        double celsius = 15 - 0.0065 * 2540;
        assertThat(SeaLevelPressure.reduced(SeaLevelPressure.standardAt(2540), celsius, 2540))
                .isCloseTo(101_325, within(40.0));
    }

    @ParameterizedTest
    @CsvSource({"-20, 318.94", "0, 331.3", "20, 343.21"})
    void speedOfSound(double celsius, double expected) {
        assertThat(SpeedOfSound.at(celsius)).isCloseTo(expected, within(0.006));
    }

    @ParameterizedTest
    @CsvSource({"0, -20, 0.96269", "0, 0, 1", "20, 20, 1", "20, -20, 0.92927"})
    void distanceIsCorrectedForTheSpeedOfSound(double assumed, double celsius, double expected) {
        assertThat(SpeedOfSound.correction(assumed, celsius)).isCloseTo(expected, within(0.000006));
        assertThat(SpeedOfSound.correction(assumed, celsius))
                .isCloseTo(SpeedOfSound.at(celsius) / SpeedOfSound.at(assumed), within(1e-12));
    }

    @Test
    void snowDepthFromACorrectedDistance() {
        SnowDepth sensor = new SnowDepth(4.5, 0, 0.5, OptionalDouble.of(0));
        assertThat(sensor.depth(3, -20)).isCloseTo(1.612, within(0.0005));
        // 1 K wrong is 0.18 %, 5 mm at 3 m.
        assertThat(sensor.depth(3, -20) - sensor.depth(3, -19)).isCloseTo(0.0057, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({
        // mount height, tilt, assumed, distance, temperature, depth
        "4.5, 0,  ,   4.52, -20, -0.02",
        "4.5, 0,  ,   3,    -20, 1.5",
        "4.5, 60, ,   3,    -20, 3",
        "4.5, 0,  20, 3,    20,  1.5",
        "4.5, 0,  20, 3,    -20, 1.71218",
    })
    void snowDepth(double height, double tilt, String assumed, double distance, double celsius, double expected) {
        OptionalDouble assumedCelsius =
                assumed == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(assumed));
        assertThat(new SnowDepth(height, tilt, 0.5, assumedCelsius).depth(distance, celsius))
                .isCloseTo(expected, within(0.00001));
    }

    @Test
    void snowInTheBlindZoneIsBeyondSight() {
        SnowDepth sensor = new SnowDepth(4.5, 0, 0.5, OptionalDouble.empty());
        assertThat(sensor.isBeyondSight(4.0)).isFalse();
        assertThat(sensor.isBeyondSight(4.01)).isTrue();
        assertThat(sensor.isBeyondSight(-0.02)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "NaN, 0, 0", "4.5, 90, 0", "4.5, -1, 0", "4.5, 0, 4.5", "4.5, 0, -0.1"})
    void refusesAMountThatIsNone(double height, double tilt, double blindZone) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SnowDepth(height, tilt, blindZone, OptionalDouble.empty()));
    }

    @Test
    void irradianceOfSunlight() {
        assertThat(Irradiance.of(122_000, Irradiance.SUNLIGHT)).isEqualTo(1000);
        assertThat(Irradiance.of(126_700, 126.7)).isCloseTo(1000, within(1e-9));
    }
}
