package dev.firn.rigs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import dev.firn.rigs.recordings.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPlanTest {

    @TempDir
    private Path directory;

    @Test
    void winterDayPassesInAMinute() {
        DemoPlan plan = plan();
        assertThat(plan.readings()).isEqualTo(48 * (9 + 2));
        assertThat(plan.pacedLength()).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(60));
        assertThat(Instant.ofEpochMilli(plan.times().getMin())).isEqualTo(Instant.parse("2014-12-25T23:00:00Z"));
        assertThat(Instant.ofEpochMilli(plan.times().getMax())).isEqualTo(Instant.parse("2014-12-26T22:30:00Z"));
    }

    @Test
    void gatesHaveThePeopleOfAWednesday() {
        double people = plan().expected().stream()
                .filter(summary -> summary.series().equals("gate-1/people-count"))
                .mapToDouble(summary -> summary.statistic("sum").orElseThrow())
                .sum();
        // awk -F, '/^"10\/05\/05/{n+=$2} END{print n}' calit2-inflow.csv
        assertThat(people).isEqualTo(282);
    }

    @Test
    void wholeStationIsMadeToPassInAboutAMinuteWithGatesBesideIt() {
        Path station = Recording.WFJ_WIND_RADIATION.copyTo(directory);
        DemoPlan plan = plan("--station", station.toString());
        assertThat(plan.title()).isEqualTo("WFJ_wind_radiation.smet");
        assertThat(plan.pacedLength()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(61));
        assertThat(plan.sensors().get(1).recorded().times().getMin())
                .isEqualTo(plan.sensors().get(0).recorded().times().getMin());
        assertThat(plan.sensors().get(1).recorded().times().getMax())
                .isEqualTo(plan.sensors().get(0).recorded().times().getMax());
    }

    @Test
    void speedAndWindowCanBeChosen() {
        DemoPlan plan = plan("--speed", "max", "--window", "6h");
        assertThat(plan.pacedLength()).isZero();
        assertThat(plan.configuration("tcp://127.0.0.1:20000").yaml()).contains("speed: max", "window: 6h");
        assertThat(plan.expected()).allMatch(summary -> summary.toMillis() - summary.fromMillis() == 6 * 3_600_000);
    }

    @Test
    void singleMessagesAreCountedInBytes() throws IOException {
        Path station = Files.writeString(directory.resolve("one.smet"), """
                SMET 1.1 ASCII
                [HEADER]
                nodata = -999
                fields = timestamp TA HS
                [DATA]
                2014-10-01T00:00:00 277.25 -999
                """);
        DemoPlan plan = plan("--station", station.toString());
        assertThat(plan.sensors().getFirst().bytesOneByOne())
                .isEqualTo("firn/weissfluhjoch/station-1/reading/station/air-temperature".length()
                        + "{\"t\":1412121600000,\"v\":4.1}".length()
                        + "firn/weissfluhjoch/station-1/reading/station/snow-height".length()
                        + "{\"t\":1412121600000,\"v\":null}".length());
    }

    @Test
    void absentStationIsNamedWithACure() {
        assertThatThrownBy(() -> plan("--station", "/none/x.smet"))
                .isInstanceOf(RigException.class)
                .hasMessageContaining("/none/x.smet")
                .hasMessageContaining("WFJ2.smet");
    }

    @Test
    void durationsNeedAUnit() {
        assertThat(DemoPlan.duration("90m")).isEqualTo(Duration.ofMinutes(90));
        assertThatThrownBy(() -> DemoPlan.duration("90"))
                .isInstanceOf(RigException.class)
                .hasMessageContaining("\"90\"");
    }

    private DemoPlan plan(String... arguments) {
        return DemoPlan.of(DemoOptions.parse(List.of(arguments), Map.of()), directory);
    }
}
