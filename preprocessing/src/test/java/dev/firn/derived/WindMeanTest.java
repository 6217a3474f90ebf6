package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindMeanTest {

    private static final double CALM_BELOW = 0.5;

    @ParameterizedTest
    @CsvSource({
        // two samples; mean speed, resultant speed, direction
        "5, 350, 5, 10, 5, 4.924, 0",
        "10, 90, 2, 0, 6, 5.099, 78.69",
        "3, 270, 3, 270, 3, 3, 270",
    })
    void meansOfTwo(
            double speed1,
            double direction1,
            double speed2,
            double direction2,
            double scalar,
            double resultant,
            double direction) {
        WindMean mean = new WindMean(CALM_BELOW);
        mean.add(speed1, direction1);
        mean.add(speed2, direction2);
        assertThat(mean.scalarSpeed()).isCloseTo(scalar, within(1e-9));
        assertThat(mean.vector().speed()).isCloseTo(resultant, within(0.0005));
        assertThat(mean.direction()).isCloseTo(direction, within(0.005));
        assertThat(mean.steadiness()).isCloseTo(resultant / scalar, within(0.0001));
        assertThat(mean.gust()).isEqualTo(Math.max(speed1, speed2));
    }

    @Test
    void oppositeWindsHaveNoDirection() {
        WindMean mean = new WindMean(CALM_BELOW);
        mean.add(5, 0);
        mean.add(5, 180);
        assertThat(mean.direction()).isNaN();
        assertThat(mean.vector().speed()).isCloseTo(0, within(1e-12));
        assertThat(mean.steadiness()).isCloseTo(0, within(1e-12));
        assertThat(mean.scalarSpeed()).isEqualTo(5);
    }

    @Test
    void calmSamplesHaveNoPartInTheDirection() {
        WindMean mean = new WindMean(CALM_BELOW);
        mean.add(2, 90);
        mean.add(0.4, 270);
        mean.add(0.4, 270);
        assertThat(mean.direction()).isCloseTo(90, within(1e-9));
        assertThat(mean.scalarSpeed()).isCloseTo(2.8 / 3, within(1e-12));
        assertThat(mean.vector().speed()).isCloseTo(1.2 / 3, within(1e-12));
    }

    @Test
    void calmHasNoDirection() {
        WindMean mean = new WindMean(CALM_BELOW);
        mean.add(0.4, 90);
        mean.add(0, Double.NaN);
        assertThat(mean.direction()).isNaN();
        assertThat(mean.gust()).isEqualTo(0.4);
        assertThat(mean.vector().east()).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void windWithoutAKnownDirectionCountsInTheSpeedsAlone() {
        WindMean mean = new WindMean(CALM_BELOW);
        mean.add(4, 180);
        mean.add(8, Double.NaN);
        assertThat(mean.scalarSpeed()).isEqualTo(6);
        assertThat(mean.gust()).isEqualTo(8);
        assertThat(mean.vector().north()).isCloseTo(4, within(1e-12));
    }

    @Test
    void nothingHasNoMean() {
        WindMean mean = new WindMean(CALM_BELOW);
        assertThat(mean.scalarSpeed()).isNaN();
        assertThat(mean.direction()).isNaN();
        assertThat(mean.gust()).isNaN();
        assertThat(mean.vector().east()).isNaN();
        assertThat(mean.steadiness()).isNaN();
    }

    @Test
    void steadyWindIsNotSteadierThanSteady() {
        WindMean mean = new WindMean(CALM_BELOW);
        for (int i = 0; i < 600; i++) {
            mean.add(7.3, 123.4);
            assertThat(mean.steadiness()).isCloseTo(1, within(1e-12)).isLessThanOrEqualTo(1);
        }
    }
}
