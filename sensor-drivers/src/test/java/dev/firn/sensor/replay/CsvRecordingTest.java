package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordingTest {

    private static final SeriesId GATE = new SeriesId("gate-1", Quantity.PEOPLE_COUNT);

    @TempDir
    Path dir;

    private final List<DamagedLine> damaged = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"calit2-inflow.csv, 1061", "calit2-outflow.csv, 1027"})
    void countsPeopleThroughTheDoor(String name, double people) {
        List<RecordedRow> rows = rows(RecordedFiles.real(name), ZoneId.of("America/Los_Angeles"));
        assertThat(rows).hasSize(299);
        assertThat(Arrays.stream(RecordedFiles.values(rows, Quantity.PEOPLE_COUNT))
                        .sum())
                .isEqualTo(people);
        assertThat(RecordedFiles.shown(rows.getFirst())).isEqualTo("2005-10-12T09:00:00Z 0.0");
        assertThat(damaged).extracting(DamagedLine::describe).containsExactly(name + ":150: quotes do not match: «\"»");
    }

    @Test
    void readsEveryFormOfTimeAndNumber() {
        assertThat(shown(
                        "07/24/05 00:00:00,1",
                        "\"07/24/2005 00:30:00\", \"2\"",
                        "2005-07-24T01:00,3.5",
                        "2005-07-24 01:30:00,-4",
                        "2005-07-24T02:00:00.250,5e1",
                        "2005-07-24T02:30:00Z,6",
                        "2005-07-24T05:00:00+02:00,7",
                        "7/24/05 3:30,"))
                .containsExactly(
                        "2005-07-24T00:00:00Z 1.0",
                        "2005-07-24T00:30:00Z 2.0",
                        "2005-07-24T01:00:00Z 3.5",
                        "2005-07-24T01:30:00Z -4.0",
                        "2005-07-24T02:00:00.250Z 50.0",
                        "2005-07-24T02:30:00Z 6.0",
                        "2005-07-24T03:00:00Z 7.0",
                        "2005-07-24T03:30:00Z NaN");
        assertThat(damaged).isEmpty();
    }

    @Test
    void emptyAndNotANumberAreMissing() {
        List<RecordedRow> rows = rows(csv("2005-07-24T00:00,", "2005-07-24T01:00,\"\"", "2005-07-24T02:00,NaN"));
        assertThat(rows)
                .hasSize(3)
                .allMatch(row -> row.readings().equals(List.of(Reading.missing(GATE, row.timeMillis()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"time,count", "\"Time\",\"People, in\"", "\uFEFFtime,count", "\n\ntime,count"})
    void passesOverFirstLineOfTitles(String titles) {
        assertThat(shown(titles, "2005-07-24T00:00,1", "", "2005-07-24T01:00,2"))
                .hasSize(2);
        assertThat(damaged).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\"", "time,5", "time,", "2005-07-24T00:00,x"})
    void firstLineThatIsNoTitleIsDamaged(String line) {
        assertThat(shown(line, "2005-07-24T01:00,2")).containsExactly("2005-07-24T01:00:00Z 2.0");
        assertThat(damaged).extracting(DamagedLine::line).containsExactly(1);
    }

    @Test
    void reportsEveryKindOfDamagedLineAndLosesNothingElse() {
        assertThat(shown(
                        "2005-07-24T00:00,1",
                        "\"",
                        "2005-07-24T00:30",
                        "2005-07-24T00:30,1,2",
                        "24/07/05 00:30:00,1",
                        "time,count",
                        "2005-07-24T00:30,one",
                        "2005-07-24T00:30,3;4",
                        "\0\0\0",
                        "2005-07-24T00:30,2",
                        "2005-07-24T00:30,2",
                        "2005-07-24T00:00,1",
                        "2005-07-24T01:00,3"))
                .containsExactly("2005-07-24T00:00:00Z 1.0", "2005-07-24T00:30:00Z 2.0", "2005-07-24T01:00:00Z 3.0");
        assertThat(damaged.stream().map(line -> line.line() + " " + line.reason()))
                .containsExactlyInAnyOrder(
                        "2 quotes do not match",
                        "3 1 columns where 2 are expected",
                        "4 3 columns where 2 are expected",
                        "5 \"24/07/05 00:30:00\" is no time",
                        "6 \"time\" is no time",
                        "7 \"one\" is no number",
                        "8 \"3;4\" is no number",
                        "9 1 columns where 2 are expected",
                        "11 time 2005-07-24T00:30:00Z for the second time, after line 10",
                        "12 time goes back to 2005-07-24T00:00:00Z from 2005-07-24T00:30:00Z on line 10");
    }

    @Test
    void timesAreOfTheCountersZoneInSummerAndWinter() {
        Path file = csv(
                "2024-03-31T01:30,1",
                "2024-03-31T03:00,2",
                "2024-10-27T02:30,3",
                "2024-10-27T02:00,4",
                "2024-10-27T02:30,5",
                "2024-10-27T03:00,6");
        assertThat(RecordedFiles.shown(rows(file, ZoneId.of("Europe/Rome"))))
                .containsExactly(
                        "2024-03-31T00:30:00Z 1.0",
                        "2024-03-31T01:00:00Z 2.0",
                        "2024-10-27T00:30:00Z 3.0",
                        "2024-10-27T01:00:00Z 4.0",
                        "2024-10-27T01:30:00Z 5.0",
                        "2024-10-27T02:00:00Z 6.0");
        assertThat(damaged).isEmpty();
    }

    @Test
    void hasOneSeriesAndNoPosition() {
        try (CsvRecording recording = CsvRecording.open(csv("x,y"), GATE, ZoneOffset.UTC, damaged::add)) {
            assertThat(recording.series()).containsExactly(GATE);
            assertThat(recording.position()).isEmpty();
            assertThat(recording.next()).isEmpty();
            assertThat(recording.line()).isZero();
        }
    }

    private Path csv(String... lines) {
        return RecordedFiles.write(dir.resolve("gate.csv"), lines);
    }

    private List<String> shown(String... lines) {
        return RecordedFiles.shown(rows(csv(lines)));
    }

    private List<RecordedRow> rows(Path file) {
        return rows(file, ZoneOffset.UTC);
    }

    private List<RecordedRow> rows(Path file, ZoneId zone) {
        try (CsvRecording recording = CsvRecording.open(file, GATE, zone, damaged::add)) {
            return RecordedFiles.rows(recording);
        }
    }
}
