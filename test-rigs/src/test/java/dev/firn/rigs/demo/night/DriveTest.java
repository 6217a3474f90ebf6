package dev.firn.rigs.demo.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriveTest {

    @ParameterizedTest
    @CsvSource({"0, 2.5, 2.5", "10, 32.5, 2.5", "49, 147.5, 4.5", "50, 147.5, 7.5", "60, 117.5, 7.5", "9999, 2.5, 47.5"
    })
    void goesToAndFroLaneByLane(int second, double x, double y) {
        Drive.Place place = Drive.at(second);
        assertThat(place.x()).isCloseTo(x, within(1e-9));
        assertThat(place.y()).isCloseTo(y, within(1e-9));
    }

    @Test
    void passesOverEveryCell() {
        long cells = IntStream.rangeClosed(0, Drive.seconds())
                .mapToObj(Drive::at)
                .map(place -> List.of(Math.floor(place.x() / Slope.CELL), Math.floor(place.y() / Slope.CELL)))
                .distinct()
                .count();
        assertThat(cells).isEqualTo(300);
    }

    @Test
    void isNeverFasterThanItsSpeed() {
        assertThat(IntStream.rangeClosed(1, Drive.seconds())).allMatch(second -> {
            Drive.Place before = Drive.at(second - 1);
            Drive.Place after = Drive.at(second);
            return Math.hypot(after.x() - before.x(), after.y() - before.y()) <= Drive.SPEED + 1e-9;
        });
    }
}
