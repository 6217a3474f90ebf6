package dev.firn.sensor.ultrasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.LatestValues;
import dev.firn.sensor.Measured;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingException;
import dev.firn.sensor.Settings;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UltrasonicTest {

    private static final LatestValues NO_AIR = series -> OptionalDouble.empty();

    @ParameterizedTest
    @CsvSource({"-20, 318.94", "0, 331.3", "20, 343.21"})
    void soundIsSlowerInColdAir(double celsius, double speed) {
        assertThat(SpeedOfSound.at(celsius)).isCloseTo(speed, within(0.01));
    }

    /** The first: Campbell Scientific SR50A manual, a part that assumes 0 °C; the others assume 20 °C. */
    @ParameterizedTest
    @CsvSource({"3.000, 0, -20, 2.888", "3.000, 20, 20, 3.000", "3.000, 20, -20, 2.788", "3.000, 20, 0, 2.896"})
    void correctsADistanceForTheAirsTemperature(double distance, double assumed, double celsius, double expected) {
        assertThat(SpeedOfSound.corrected(distance, SpeedOfSound.at(assumed), celsius))
                .isCloseTo(expected, within(0.0005));
    }

    @Test
    void aKelvinIsAboutFiveMillimetresInThreeMetres() {
        double assumed = SpeedOfSound.at(20);
        assertThat(SpeedOfSound.corrected(3, assumed, 1) - SpeedOfSound.corrected(3, assumed, 0))
                .isCloseTo(0.005, within(0.0005));
    }

    @Test
    void snowHeightFollowsFromMountAndCorrectedDistance() {
        UltrasonicSite site = UltrasonicSite.of(
                settings(Map.of("mount-height-m", "4.5", "air-temperature", "air/air-temperature")),
                series -> series.equals("air/air-temperature") ? OptionalDouble.of(-20) : OptionalDouble.empty(),
                SpeedOfSound.at(0),
                0.3);
        List<Measured> values = site.measured(Measured.of(Quantity.DISTANCE, 3.0));
        assertThat(values.get(0).value()).isCloseTo(2.888, within(0.0005));
        assertThat(values.get(1).value()).isCloseTo(1.612, within(0.0005));
        assertThat(values).allMatch(value -> value.flag() == QualityFlag.NOT_EVALUATED);
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 0, 2.5, NOT_EVALUATED",
        "2.0, 60, 3.5, NOT_EVALUATED",
        "4.54, 0, -0.04, NOT_EVALUATED",
        "4.56, 0, -0.06, FAIL",
        "0.31, 0, 4.19, NOT_EVALUATED",
        "0.29, 0, 4.21, FAIL"
    })
    void heightsThatCannotBeFail(double distance, double tilt, double height, QualityFlag flag) {
        Measured measured = new SnowHeight(4.5, tilt, 0.3).of(Measured.of(Quantity.DISTANCE, distance));
        assertThat(measured.value()).isCloseTo(height, within(1e-9));
        assertThat(measured.flag()).isEqualTo(flag);
    }

    @Test
    void saysWhyAHeightFails() {
        assertThat(new SnowHeight(4.5, 0, 0.3)
                        .of(Measured.of(Quantity.DISTANCE, 4.75))
                        .reason())
                .isEqualTo("0.25 m below the ground: check mount-height-m");
        assertThat(new SnowHeight(4.5, 0, 0.3)
                        .of(Measured.of(Quantity.DISTANCE, 0.2))
                        .reason())
                .isEqualTo("above 4.20 m, where the sensor is blind");
    }

    @Test
    void aDoubtfulDistanceMakesADoubtfulHeightAndNoneMakesNone() {
        SnowHeight height = new SnowHeight(4.5, 0, 0.3);
        assertThat(height.of(Measured.suspect(Quantity.DISTANCE, 2, "why")))
                .isEqualTo(Measured.suspect(Quantity.SNOW_HEIGHT, 2.5, "why"));
        assertThat(height.of(Measured.missing(Quantity.DISTANCE, "no target")))
                .isEqualTo(Measured.missing(Quantity.SNOW_HEIGHT, "no target"));
    }

    @Test
    void anAirTemperatureThatIsNotThereIsADoubtOnlyWhereOneIsWanted() {
        Measured two = Measured.of(Quantity.DISTANCE, 2);
        assertThat(UltrasonicSite.of(settings(Map.of()), NO_AIR, 343, 0.3).measured(two))
                .containsExactly(two);
        assertThat(UltrasonicSite.of(settings(Map.of("air-temperature", "air/air-temperature")), NO_AIR, 343, 0.3)
                        .measured(two))
                .containsExactly(Measured.suspect(
                        Quantity.DISTANCE, 2, "no air temperature: nothing usable from air/air-temperature"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0, blind",
        "5.0, 0, ''",
        "5.1, 0, farther",
        "4.9, 20, farther",
        "4.5, 20, ''",
    })
    void aMountMustLetThePartSeeTheGround(String height, String tilt, String reason) {
        List<SettingConflict> conflicts =
                UltrasonicSite.conflicts(settings(Map.of("mount-height-m", height, "tilt-deg", tilt)), 0.3, 5);
        if (reason.isEmpty()) {
            assertThat(conflicts).isEmpty();
        } else {
            assertThat(conflicts)
                    .singleElement()
                    .satisfies(conflict -> assertThat(conflict.reason()).contains(reason));
        }
    }

    @Test
    void theMiddleEchoCounts() {
        assertThat(middle(2.1, 0.4, 2.0, 2.2, 4.9)).isEqualTo(Measured.of(Quantity.DISTANCE, 2.1));
        assertThat(middle(2.1, 2.0)).isEqualTo(Measured.of(Quantity.DISTANCE, 2.0));
        assertThat(middle(2.1)).isEqualTo(Measured.of(Quantity.DISTANCE, 2.1));
    }

    @Test
    void lostEchoesAreLeftOut() {
        assertThat(middle(Double.NaN, 2.1)).isEqualTo(Measured.of(Quantity.DISTANCE, 2.1));
        assertThat(middle(Double.NaN, 2.1, Double.NaN))
                .isEqualTo(Measured.suspect(Quantity.DISTANCE, 2.1, "only 1 of 3 echoes came back"));
        assertThat(middle(Double.NaN, Double.NaN)).isEqualTo(Measured.missing(Quantity.DISTANCE, "no target"));
    }

    private static Measured middle(double... metres) {
        return Echoes.middle(DoubleStream.of(metres)
                .mapToObj(value -> Double.isNaN(value)
                        ? Measured.missing(Quantity.DISTANCE, "no target")
                        : Measured.of(Quantity.DISTANCE, value))
                .toList());
    }

    private static Settings settings(Map<String, String> texts) {
        DriverDescriptor driver =
                new DriverDescriptor("test", "Test.", List.of(), List.of(), Duration.ofSeconds(1), UltrasonicSite.KEYS);
        try {
            return Settings.parse(driver, texts);
        } catch (SettingException e) {
            throw new AssertionError(e);
        }
    }
}
