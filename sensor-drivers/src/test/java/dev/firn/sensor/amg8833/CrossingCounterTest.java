package dev.firn.sensor.amg8833;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingCounterTest {

    private final CrossingCounter counter = new CrossingCounter();

    /** The columns of somebody's centre, frame by frame; a point is a frame without anybody. */
    @ParameterizedTest
    @CsvSource({
        "0 1 2 3 4 5 6 7, 1, 0",
        "7 6 5 4 3 2 1 0, 0, 1",
        "0 2.4 4.8 7, 1, 0",
        "2 3 3.5 4 3.5 3 2, 0, 0",
        "2.9 3.1 3.9 4.1 3.9 3.1 2.9, 1, 1",
        "3 4.5 6, 0, 0",
        "1 2 . . 3 5, 1, 0",
        "2 . . . . 4.4, 0, 0",
        "0 7, 0, 0"
    })
    void countsWhoComesFromOneSideToTheOther(String columns, int rightwards, int leftwards) {
        for (String column : columns.split(" ", -1)) {
            counter.see(column.equals(".") ? List.of() : people(Double.parseDouble(column)));
        }
        assertThat(counter.takeRightwards()).isEqualTo(rightwards);
        assertThat(counter.takeLeftwards()).isEqualTo(leftwards);
        assertThat(counter.takeRightwards()).isZero();
        assertThat(counter.takeLeftwards()).isZero();
    }

    @Test
    void keepsPeopleInOppositeDirectionsApart() {
        for (int frame = 0; frame < 8; frame++) {
            counter.see(List.of(new Blob(4, 1, frame), new Blob(4, 6, 7 - frame)));
        }
        assertThat(counter.takeRightwards()).isEqualTo(1);
        assertThat(counter.takeLeftwards()).isEqualTo(1);
    }

    @Test
    void countsEachOfAFile() {
        for (int frame = 0; frame < 14; frame++) {
            counter.see(people(frame, frame - 3, frame - 6));
        }
        assertThat(counter.takeRightwards()).isEqualTo(3);
    }

    private static List<Blob> people(double... columns) {
        return Arrays.stream(columns)
                .filter(column -> column >= 0 && column <= 7)
                .mapToObj(column -> new Blob(4, 3, column))
                .toList();
    }
}
