package dev.firn.rigs.demo.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlopeTest {

    @Test
    void hasDriftsAndThinSpots() {
        double[] surplus = Slope.surplus();
        assertThat(surplus).hasSize(300);
        assertThat(Arrays.stream(surplus).max().orElseThrow()).isBetween(0.25, 0.31);
        assertThat(Arrays.stream(surplus).min().orElseThrow()).isBetween(-0.26, -0.20);
    }

    @ParameterizedTest
    @CsvSource({"75, 27.5, 16.5", "75, 42.5, 21.5", "75, 22.5, 4", "59, 27.5, 4", "91, 42.5, 4"})
    void leansToTheSideInTwoPlaces(double x, double y, double roll) {
        assertThat(Slope.roll(x, y)).isEqualTo(roll);
    }

    @Test
    void everyRunIsFedTheSame() {
        assertThat(NightFeed.make().text()).isEqualTo(NightFeed.make().text()).contains("wet-bulb-temperature");
    }

    // By the ellipsoid's radii of curvature.
    @ParameterizedTest
    @CsvSource({"0, 46.82990000, 9.80930000", "100, 46.83079954, 9.81061067"})
    void metresBecomeDegrees(double metres, String latitude, String longitude) {
        assertThat(Earth.latitude(metres)).hasToString(latitude);
        assertThat(Earth.longitude(metres)).hasToString(longitude);
    }
}
