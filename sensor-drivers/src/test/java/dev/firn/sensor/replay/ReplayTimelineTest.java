package dev.firn.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.sensor.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTimelineTest {

    @TempDir
    Path dir;

    private final List<DamagedLine> damaged = new ArrayList<>();

    @Test
    void mergesByTimeAndThenByOrderOfConfiguration() {
        ReplaySource second = csv("b", "00:00,1", "00:30,2", "01:00,3");
        ReplaySource first = csv("a", "00:15,10", "00:30,20", "02:00,30");
        try (ReplayTimeline timeline = open(second, first)) {
            assertThat(shownBySensor(timeline))
                    .containsExactly("00:00 b", "00:15 a", "00:30 b", "00:30 a", "01:00 b", "02:00 a");
            assertThat(timeline.rowsRead()).isEqualTo(6);
            assertThat(timeline.next()).isEmpty();
        }
        try (ReplayTimeline timeline = open(first, second)) {
            assertThat(shownBySensor(timeline)).startsWith("00:00 b", "00:15 a", "00:30 a", "00:30 b");
        }
    }

    @Test
    void replaysRealStationsAndCountersTogether() {
        ReplaySource station = ReplaySource.of("station", RecordedFiles.real("WFJ2.smet"));
        ReplaySource summit = ReplaySource.of("summit", RecordedFiles.real("WFJ_wind_radiation.smet"));
        ReplaySource gate =
                at(ReplaySource.of("gate-1", RecordedFiles.real("calit2-inflow.csv")), "2014-09-30T23:10:00Z");
        try (ReplayTimeline timeline = open(gate, station, summit)) {
            assertThat(timeline.series()).hasSize(1 + 9 + 8);
            assertThat(RecordedFiles.names(timeline.series()))
                    .startsWith("gate-1/people-count", "station/air-temperature")
                    .endsWith("summit/precipitation");
            assertThat(timeline.positions())
                    .containsExactly(
                            Map.entry("station", new Position(46.829897, 9.809315, 2540)),
                            Map.entry("summit", new Position(46.833332, 9.806384, 2690)));
            List<RecordedRow> rows = rows(timeline);
            assertThat(rows).hasSize(300 + 300 + 299);
            assertThat(rows).extracting(RecordedRow::timeMillis).isSorted();
            assertThat(damaged).hasSize(1);
        }
    }

    @Test
    void replaysFromInclusiveToExclusive() {
        ReplaySource source = csv("a", "00:00,1", "00:30,2", "junk", "01:00,3", "01:30,4", "02:00,5", "junk");
        try (ReplayTimeline timeline =
                open(part(source, Optional.of(at("00:30")), Optional.of(at("01:30")), Optional.empty()))) {
            assertThat(shown(timeline)).containsExactly("2024-01-01T00:30:00Z 2.0", "2024-01-01T01:00:00Z 3.0");
            assertThat(timeline.rowsRead()).isEqualTo(2);
        }
    }

    @Test
    void spanWithoutRowsIsEmpty() {
        ReplaySource source = csv("a", "00:00,1", "00:30,2");
        try (ReplayTimeline timeline = open(part(
                source,
                Optional.of(at("05:00")),
                Optional.empty(),
                Optional.of(Instant.parse("2030-01-01T00:00:00Z"))))) {
            assertThat(timeline.next()).isEmpty();
            assertThat(timeline.startOver()).isFalse();
            assertThat(timeline.next()).isEmpty();
        }
        try (ReplayTimeline timeline =
                open(part(source, Optional.empty(), Optional.of(at("00:00")), Optional.empty()))) {
            assertThat(timeline.next()).isEmpty();
        }
    }

    @Test
    void firstRowFallsOnStartAt() {
        try (ReplayTimeline timeline = open(at(csv("a", "00:10,1", "00:40,2"), "2030-06-01T12:00:00Z"))) {
            assertThat(shown(timeline)).containsExactly("2030-06-01T12:00:00Z 1.0", "2030-06-01T12:30:00Z 2.0");
        }
    }

    @Test
    void fromFallsOnStartAtWhereThereIsOne() {
        ReplaySource source = csv("a", "00:00,0", "00:10,1", "00:40,2", "02:00,3");
        try (ReplayTimeline timeline = open(part(
                source,
                Optional.of(at("00:05")),
                Optional.of(at("02:00")),
                Optional.of(Instant.parse("2000-01-01T00:00:00Z"))))) {
            assertThat(shown(timeline)).containsExactly("2000-01-01T00:05:00Z 1.0", "2000-01-01T00:35:00Z 2.0");
        }
    }

    @Test
    void startsOverWithTheLastStepBetween() {
        ReplaySource a = csv("a", "00:00,1", "00:10,2", "00:30,3");
        ReplaySource b = csv("b", "00:00,1", "00:30,2", "junk");
        try (ReplayTimeline timeline = open(a, b)) {
            assertThat(shownBySensor(timeline)).hasSize(5).endsWith("00:30 a", "00:30 b");
            assertThat(timeline.startOver()).isTrue();
            assertThat(shownBySensor(timeline)).containsExactly("00:50 a", "00:50 b", "01:00 a", "01:20 a", "01:20 b");
            assertThat(timeline.startOver()).isTrue();
            assertThat(shownBySensor(timeline)).startsWith("01:40 a", "01:40 b").endsWith("02:10 a", "02:10 b");
            assertThat(timeline.rowsRead()).isEqualTo(15);
            assertThat(damaged).hasSize(1);
        }
    }

    @Test
    void timeGoesOnWhenStartedOverInTheMiddle() {
        try (ReplayTimeline timeline = open(csv("a", "00:00,1", "00:10,2", "00:30,3"))) {
            timeline.next();
            timeline.next();
            assertThat(timeline.startOver()).isTrue();
            assertThat(shownBySensor(timeline)).containsExactly("00:20 a", "00:30 a", "00:50 a");
        }
    }

    @Test
    void repeatKeepsWhatTheSourceAsksFor() {
        ReplaySource source = part(
                csv("a", "00:00,0", "00:10,1", "00:20,2", "00:30,3"),
                Optional.of(at("00:10")),
                Optional.of(at("00:30")),
                Optional.of(Instant.parse("2030-06-01T12:00:00Z")));
        try (ReplayTimeline timeline = open(source)) {
            assertThat(shown(timeline)).containsExactly("2030-06-01T12:00:00Z 1.0", "2030-06-01T12:10:00Z 2.0");
            assertThat(timeline.startOver()).isTrue();
            assertThat(shown(timeline)).containsExactly("2030-06-01T12:20:00Z 1.0", "2030-06-01T12:30:00Z 2.0");
        }
    }

    @Test
    void singleRowIsRepeatedEverySecond() {
        try (ReplayTimeline timeline = open(csv("a", "00:00,1"))) {
            assertThat(shown(timeline)).containsExactly("2024-01-01T00:00:00Z 1.0");
            assertThat(timeline.startOver()).isTrue();
            assertThat(shown(timeline)).containsExactly("2024-01-01T00:00:01Z 1.0");
            assertThat(timeline.startOver()).isTrue();
            assertThat(shown(timeline)).containsExactly("2024-01-01T00:00:02Z 1.0");
        }
    }

    @Test
    void timelineWithoutSourcesIsEmpty() {
        try (ReplayTimeline timeline = open()) {
            assertThat(timeline.series()).isEmpty();
            assertThat(timeline.next()).isEmpty();
            assertThat(timeline.startOver()).isFalse();
        }
    }

    @Test
    void refusesTwoRecordingsOfOneSensor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(csv("a", "00:00,1"), csv("a", "00:00,1")))
                .withMessage("sensor \"a\" has two recordings");
    }

    @Test
    void failedOpenLeavesNoFileOpen() throws IOException {
        ReplaySource good = csv("a", "00:00,1");
        ReplaySource bad = ReplaySource.of("b", RecordedFiles.write(dir.resolve("b.smet"), "no signature"));
        assertThatThrownBy(() -> open(good, bad)).isInstanceOf(RecordingException.class);
        assertThat(openFiles()).isEmpty();
        try (ReplayTimeline timeline = open(good)) {
            assertThat(openFiles()).containsExactly(good.file());
            assertThat(timeline.series()).hasSize(1);
        }
        assertThat(openFiles()).isEmpty();
    }

    /** Those of the test's directory that this process has open, by the kernel's own account. */
    private List<Path> openFiles() throws IOException {
        List<Path> open = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                // The descriptor of this very listing, and of sockets and pipes, leads to no file.
                if (Files.isRegularFile(descriptor)) {
                    open.add(Files.readSymbolicLink(descriptor));
                }
            }
        }
        Path real = dir.toRealPath();
        return open.stream().filter(path -> path.startsWith(real)).toList();
    }

    private ReplaySource csv(String sensor, String... rows) {
        String[] lines = Stream.of(rows).map(row -> "2024-01-01T" + row).toArray(String[]::new);
        return ReplaySource.of(sensor, RecordedFiles.write(dir.resolve(sensor + ".csv"), lines));
    }

    private ReplayTimeline open(ReplaySource... sources) {
        return ReplayTimeline.open(List.of(sources), damaged::add);
    }

    private static ReplaySource at(ReplaySource source, String startAt) {
        return part(source, Optional.empty(), Optional.empty(), Optional.of(Instant.parse(startAt)));
    }

    private static ReplaySource part(
            ReplaySource source, Optional<Instant> from, Optional<Instant> to, Optional<Instant> startAt) {
        return new ReplaySource(
                source.sensor(), source.file(), source.format(), Optional.empty(), ZoneOffset.UTC, from, to, startAt);
    }

    private static Instant at(String time) {
        return Instant.parse("2024-01-01T" + time + ":00Z");
    }

    private static List<RecordedRow> rows(ReplayTimeline timeline) {
        List<RecordedRow> rows = new ArrayList<>();
        for (Optional<RecordedRow> row = timeline.next(); row.isPresent(); row = timeline.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static List<String> shown(ReplayTimeline timeline) {
        return RecordedFiles.shown(rows(timeline));
    }

    /** The rows as {@code 00:30 a}: time of day and sensor. */
    private static List<String> shownBySensor(ReplayTimeline timeline) {
        return rows(timeline).stream()
                .map(row -> Instant.ofEpochMilli(row.timeMillis()).toString().substring(11, 16) + " "
                        + row.readings().getFirst().series().sensor())
                .toList();
    }
}
