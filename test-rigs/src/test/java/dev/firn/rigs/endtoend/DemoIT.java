package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.demo.Demo;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.recordings.Recording;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void winterDayArrivesWithoutGapOrDuplicate() {
        assertThat(run("--only", "replay", "--speed", "28800")).as(this::text).isZero();
        assertThat(text().lines())
                .hasSizeLessThan(20)
                .anyMatch(line -> line.matches(" *gaps +0"))
                .anyMatch(line -> line.matches(" *duplicates +0"))
                .anyMatch(line -> line.startsWith("OK: everything recorded arrived"))
                .last()
                .isEqualTo("OK: every check passed: replay");
    }

    @Test
    void hourOfSixteenSensorsCostsATenthOfSingleMessages() {
        assertThat(run("--only", "traffic", "--traffic-hours", "1"))
                .as(this::text)
                .isZero();
        assertThat(text().lines())
                .hasSize(8)
                .anyMatch(line -> line.contains("57600 readings"))
                .anyMatch(line -> line.endsWith("960 of it summaries"))
                .anyMatch(line ->
                        line.matches("  ok +\\d+ messages without a gap: 0 gaps, 0 again, 0 unreadable, exit code 0"))
                .anyMatch(
                        line -> line.matches("  ok +960 of 960 windows have the count and the mean of their readings"))
                .anyMatch(line -> line.matches("  ok +\\d\\d\\.\\d\\d : 1, want 10 : 1 or more"))
                .noneMatch(line -> line.contains("FAILED"));
    }

    @Test
    void dayAndNightGiveTheSameAdviceEachTime() {
        assertThat(run("--only", "day,night")).as(this::text).isZero();
        String first = text();
        assertThat(first.lines())
                .hasSizeLessThan(25)
                .noneMatch(line -> line.contains("FAILED"))
                .anyMatch(line -> line.matches("  12:25 lift stands +Nordhang: .*Lift 2 stands: .*"))
                .anyMatch(line -> line.matches("  23:30 close .*Counted: 282 in, 245 out\\."))
                .anyMatch(line ->
                        line.matches("  ok +firn/hello first, 1440 pings, 1440 pongs in their order, exit code 0 .*"))
                .anyMatch(line -> line.matches("  ok +waiting time is missing in the 685 minutes .*; 0 wrong"))
                .anyMatch(line -> line.matches("  ok +people on the slope after the reset: 0"))
                .anyMatch(line -> line.matches("  \\d\\d:\\d\\d:\\d\\d Stop: the side slope .*"))
                .anyMatch(line -> line.matches("  \\d\\d:\\d\\d:\\d\\d plan: .*"))
                .anyMatch(line -> line.matches("  ok +50 of 50 moves go from too much snow to too little"))
                .anyMatch(line -> line.matches("  ok +done, they bring .*"))
                .last()
                .isEqualTo("OK: every check passed: day, night");

        bytes.reset();
        assertThat(run("--only", "day,night")).as(this::text).isZero();
        // The digests among the lines are those of everything that the programs answered.
        assertThat(withoutTimeTaken(text())).isEqualTo(withoutTimeTaken(first)).hasSizeGreaterThan(10);
        assertThat(text().lines().filter(line -> line.contains("SHA-256"))).hasSize(2);
    }

    @Test
    void anotherStationIsReplayedWhole() {
        Path station = Recording.WFJ_WIND_RADIATION.copyTo(directory);
        assertThat(run("--station", station.toString(), "--speed", "max", "--window", "1d"))
                .as(this::text)
                .isZero();
        assertThat(text()).contains("WFJ_wind_radiation.smet");
    }

    @Test
    void stationThatDoesNotExistFailsWithItsName() {
        assertThat(run("--station", "/none/other.smet")).isEqualTo(1);
        assertThat(text()).startsWith("FAILED: ").contains("/none/other.smet");
    }

    @Test
    void wrongArgumentsShowUsage() {
        assertThat(run("--speed", "fast")).isEqualTo(64);
        assertThat(text()).contains("fast", "usage:");
    }

    private int run(String... arguments) {
        List<String> all = Stream.concat(
                        Stream.of(
                                "--quiet",
                                "--firn-home",
                                Distribution.fromSystemProperty().home().toString()),
                        Stream.of(arguments))
                .toList();
        return Demo.run(all, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private static List<String> withoutTimeTaken(String text) {
        return text.lines().map(line -> line.replaceAll(", took .*", "")).toList();
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
