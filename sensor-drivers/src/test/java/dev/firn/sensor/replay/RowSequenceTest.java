package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are written as the minute of an hour that they are of; a row's number is that of its line. */
class RowSequenceTest {

    @TempDir
    Path dir;

    private final List<DamagedLine> damaged = new ArrayList<>();

    @Test
    void rowThatGoesBackIsDamaged() {
        assertThat(goodLines(0, 10, 20, 5, 30)).containsExactly(1, 2, 3, 5);
        assertThat(damaged)
                .extracting(DamagedLine::reason)
                .containsExactly("time goes back to 2024-01-01T00:05:00Z from 2024-01-01T00:20:00Z on line 3");
    }

    @Test
    void rowThatGoesBackButNotBeforeTheRowBeforeLastIsDamaged() {
        assertThat(goodLines(0, 10, 20, 15, 30)).containsExactly(1, 2, 3, 5);
    }

    @Test
    void rowsThatGoBackTogetherAreDamaged() {
        assertThat(goodLines(10, 20, 30, 10, 20, 30, 40)).containsExactly(1, 2, 3, 7);
    }

    @Test
    void rowThatComesTwiceIsDamaged() {
        assertThat(goodLines(0, 10, 10, 10, 20)).containsExactly(1, 2, 5);
        assertThat(damaged).extracting(DamagedLine::line).containsExactly(3, 4);
    }

    @Test
    void oneRowThatJumpsAheadCostsNoOther() {
        assertThat(goodLines(0, 10, 55, 20, 30, 40, 50, 56)).containsExactly(1, 2, 4, 5, 6, 7, 8);
        assertThat(damaged)
                .extracting(DamagedLine::reason)
                .containsExactly("time 2024-01-01T00:55:00Z jumps ahead of the lines that follow");
    }

    @Test
    void firstRowMayBeTheOneThatJumpsAhead() {
        assertThat(goodLines(55, 0, 10, 20, 30)).containsExactly(2, 3, 4, 5);
    }

    @Test
    void fewRowsBeforeTheOneThatJumpsAheadGoBack() {
        assertThat(goodLines(0, 30, 10, 20, 40)).containsExactly(1, 2, 5);
        assertThat(goodLines(0, 30, 10, 20, 30, 40)).containsExactly(1, 2, 6);
        assertThat(goodLines(0, 30, 10, 15, 20, 40)).containsExactly(1, 2, 6);
        assertThat(goodLines(0, 40, 10, 20, 30, 40, 50)).containsExactly(1, 2, 7);
    }

    @Test
    void rowThatRowsOutOfOrderFollowIsKept() {
        assertThat(goodLines(0, 50, 10, 30, 20, 40, 55)).containsExactly(1, 2, 7);
    }

    @Test
    void gapIsNoJump() {
        assertThat(goodLines(0, 1, 50, 51, 59)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void lastRowsAreNotHeldBack() {
        assertThat(goodLines(0)).containsExactly(1);
        assertThat(goodLines(0, 10)).containsExactly(1, 2);
        assertThat(goodLines(20, 10)).containsExactly(1);
    }

    private List<Integer> goodLines(int... minutes) {
        String[] lines = IntStream.range(0, minutes.length)
                .mapToObj(i -> String.format("2024-01-01T00:%02d,%d", minutes[i], i + 1))
                .toArray(String[]::new);
        damaged.clear();
        SeriesId series = new SeriesId("s", Quantity.PEOPLE_COUNT);
        Path file = RecordedFiles.write(dir.resolve("f.csv"), lines);
        try (CsvRecording recording = CsvRecording.open(file, series, ZoneOffset.UTC, damaged::add)) {
            List<Integer> good = new ArrayList<>();
            Stream.generate(recording::next)
                    .takeWhile(row -> row.isPresent())
                    .forEach(row -> good.add(recording.line()));
            return good;
        }
    }
}
