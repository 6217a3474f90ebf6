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
        assertThat(run("--speed", "28800")).as(this::text).isZero();
        assertThat(text().lines())
                .hasSizeLessThan(20)
                .anyMatch(line -> line.matches(" *gaps +0"))
                .anyMatch(line -> line.matches(" *duplicates +0"))
                .last()
                .asString()
                .startsWith("OK");
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

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
