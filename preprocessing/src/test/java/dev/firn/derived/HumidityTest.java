package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumidityTest {

    @ParameterizedTest
    @CsvSource({"20, 50, 9.26", "25, 50, 13.86", "-10, 80, -12.80"})
    void dewPoint(double celsius, double percent, double expected) {
        assertThat(Humidity.dewPoint(celsius, percent)).isCloseTo(expected, within(0.006));
    }

    // Test rows of earthkit-meteo (ECMWF), whose constants are slightly others; and what ours give.
    @ParameterizedTest
    @CsvSource({
        "20, 52.5225, 10, 9.995",
        "0, 46.8715, -10, -10.018",
        "35, 84.5391, 32, 32.002",
        "5, 21.9245, -15, -15.036",
        "-15, 46.1081, -24, -24.026",
        "25, 15.4780, -3, -3.021",
    })
    void dewPointAgreesWithEcmwf(double celsius, double percent, double theirs, double ours) {
        assertThat(Humidity.dewPoint(celsius, percent))
                .isCloseTo(theirs, within(0.05))
                .isCloseTo(ours, within(0.0006));
    }

    @ParameterizedTest
    @CsvSource({"-10, 80, -11.39", "-5, 100, -4.42"})
    void frostPointLiesAboveTheDewPoint(double celsius, double percent, double expected) {
        assertThat(Humidity.frostPoint(celsius, percent)).isCloseTo(expected, within(0.006));
        assertThat(Humidity.frostPoint(celsius, percent)).isGreaterThan(Humidity.dewPoint(celsius, percent));
    }

    @Test
    void frostPointAboveFreezingIsTheDewPoint() {
        assertThat(Humidity.frostPoint(20, 50)).isEqualTo(Humidity.dewPoint(20, 50));
    }

    @Test
    void frostPointRisesThroughZeroWithoutFalling() {
        double before = Humidity.frostPoint(5, 60);
        for (int tenths = 601; tenths < 900; tenths++) {
            double frostPoint = Humidity.frostPoint(5, tenths / 10.0);
            assertThat(frostPoint).isGreaterThanOrEqualTo(before);
            before = frostPoint;
        }
        assertThat(before).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN"})
    void dryAirHasNoDewPoint(double percent) {
        assertThat(Humidity.dewPoint(20, percent)).isNaN();
        assertThat(Humidity.frostPoint(20, percent)).isNaN();
    }

    @Test
    void supersaturationCountsAsSaturation() {
        assertThat(Humidity.dewPoint(10, 103))
                .isEqualTo(Humidity.dewPoint(10, 100))
                .isCloseTo(10, within(1e-9));
    }

    @Test
    void vapourPressureAtZeroIsThatOfTheFormulas() {
        assertThat(Humidity.saturationOverWater(0)).isEqualTo(610.94);
        assertThat(Humidity.saturationOverIce(0)).isEqualTo(611.21);
        assertThat(Humidity.vapourPressure(0, 50)).isEqualTo(305.47);
    }
}
