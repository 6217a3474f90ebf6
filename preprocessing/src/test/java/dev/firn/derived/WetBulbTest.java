package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WetBulbTest {

    // 13.7 is the example of Stull's paper.
    @ParameterizedTest
    @CsvSource({
        "20, 50, 13.699",
        "0, 80, -1.672",
        "-5, 70, -7.010",
        "-2, 50, -5.218",
        "25, 20, 12.498",
        "-20, 99, -20.315",
    })
    void stull(double celsius, double percent, double expected) {
        assertThat(WetBulb.stull(celsius, percent)).isCloseTo(expected, within(0.0006));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 30, -4.29, -4.05, -4.93",
        "0, 50, -3.50, -2.85, -3.44",
        "0, 80, -1.67, -1.12, -1.33",
        "-5, 50, -7.80, -7.20, -7.71",
        "-5, 70, -7.01, -6.31, -6.60",
        "5, 30, -0.51, -0.14, -1.13",
        "20, 50, 13.70, 13.88, 13.14",
    })
    void psychrometerAtTheSeaAndInTheMountains(double celsius, double percent, double stull, double sea, double peak) {
        assertThat(WetBulb.stull(celsius, percent)).isCloseTo(stull, within(0.006));
        assertThat(WetBulb.psychrometer(celsius, percent, 101_325)).isCloseTo(sea, within(0.006));
        assertThat(WetBulb.psychrometer(celsius, percent, 74_500)).isCloseTo(peak, within(0.006));
    }

    // MetPy's tests: wet bulb along a moist adiabat, from the dew point. The psychrometer is up to 0.23 K warmer.
    @ParameterizedTest
    @CsvSource({
        "100000, 25, 15, 18.343",
        "100000, 20, 15, 16.737",
        "99000, 15, 10, 12.066",
        "101300, 25, 20, 21.445",
    })
    void psychrometerIsNearTheMoistAdiabat(double pascal, double celsius, double dewPoint, double expected) {
        double percent = 100 * Humidity.saturationOverWater(dewPoint) / Humidity.saturationOverWater(celsius);
        assertThat(WetBulb.psychrometer(celsius, percent, pascal)).isCloseTo(expected, within(0.25));
    }

    @Test
    void saturatedAirIsItsOwnWetBulb() {
        assertThat(WetBulb.psychrometer(-3, 100, 75_000)).isCloseTo(-3, within(1e-5));
        assertThat(WetBulb.psychrometer(-3, 103, 75_000)).isCloseTo(-3, within(1e-5));
    }

    @Test
    void dryAirHasAWetBulb() {
        assertThat(WetBulb.psychrometer(50, 0, 75_000)).isBetween(10.0, 20.0);
        assertThat(WetBulb.psychrometer(0, -0.5, 75_000)).isEqualTo(WetBulb.psychrometer(0, 0, 75_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20.1, 50.1, Double.NaN})
    void stullIsSilentWhereItIsNotValid(double celsius) {
        assertThat(WetBulb.stull(celsius, 50)).isNaN();
    }

    @Test
    void stullTakesTheNearerEndOfItsHumidities() {
        assertThat(WetBulb.stull(0, 100)).isEqualTo(WetBulb.stull(0, 99));
        assertThat(WetBulb.stull(20, 1)).isEqualTo(WetBulb.stull(20, 5));
    }
}
