package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindVectorTest {

    // A row of MetPy's tests.
    @Test
    void windFromSouthSouthEastBlowsToNorthNorthWest() {
        WindVector wind = WindVector.of(8, 150);
        assertThat(wind.east()).isCloseTo(-4.0, within(0.0005));
        assertThat(wind.north()).isCloseTo(6.928, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "5, 45", "0.3, 359.9", "60, 180", "7, 270"})
    void speedAndDirectionComeBack(double speed, double direction) {
        WindVector wind = WindVector.of(speed, direction);
        assertThat(wind.speed()).isCloseTo(speed, within(1e-12));
        assertThat(wind.direction()).isCloseTo(direction, within(1e-9));
    }

    @Test
    void fullTurnIsNorth() {
        assertThat(WindVector.of(5, 360).direction()).isCloseTo(0, within(1e-9));
    }

    @Test
    void noWindComesFromNowhere() {
        assertThat(WindVector.of(0, 90).direction()).isNaN();
    }
}
