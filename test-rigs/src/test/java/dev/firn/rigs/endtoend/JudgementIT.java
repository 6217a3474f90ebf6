package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.PublishedSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flags, from the configuration to the subscriber. */
class JudgementIT {

    private static final String STATION = """
            SMET 1.1 ASCII
            [HEADER]
            station_id = X
            latitude = 46.8
            longitude = 9.8
            altitude = 2540
            nodata = -999
            fields = timestamp TA
            [DATA]
            2014-10-01T00:00 273.15
            2014-10-01T00:10 274.15
            2014-10-01T00:20 285.15
            2014-10-01T00:30 400
            2014-10-01T00:40 -999
            2014-10-01T01:00 273.15
            2014-10-01T01:10 279.15
            2014-10-01T02:00 273.15
            """;

    @Test
    void rangesAndStepsOfTheConfigurationReachTheSubscriber() {
        List<PublishedSummary> summaries = summaries(
                "pipeline: {series: {\"station/air-temperature\": {range: [-10, 10], max-step: 1/2m}}, ", true);

        PublishedSummary first = summaries.get(0);
        assertThat(first.count()).isEqualTo(5);
        assertThat(first.good())
                .as("0 and 1 °C; 12 °C is out of range, 126.85 °C fails")
                .isEqualTo(2);
        assertThat(first.missing()).isEqualTo(1);
        assertThat(first.flag()).isEqualTo(4);
        assertThat(first.statistic("max")).hasValue(12);
        assertThat(first.statistic("last")).hasValue(12);

        PublishedSummary second = summaries.get(1);
        assertThat(second.good()).as("6 K in 10 minutes are too many").isEqualTo(1);
        assertThat(second.flag()).isEqualTo(3);
        assertThat(second.statistic("max")).hasValue(6);

        assertThat(summaries.get(2).flag()).isEqualTo(1);
    }

    @Test
    void withoutJudgementNothingFails() {
        PublishedSummary first = summaries("pipeline: {", false).get(0);
        assertThat(first.good()).isEqualTo(4);
        assertThat(first.missing()).isEqualTo(1);
        assertThat(first.flag()).isEqualTo(2);
        assertThat(first.statistic("max")).hasValue(126.85);
    }

    private static List<PublishedSummary> summaries(String pipeline, boolean quality) {
        try (GatewayRig rig = new GatewayRig()) {
            GatewayConfig config =
                    rig.config().replaying(ReplaySensor.smet("station", rig.write("ridge.smet", STATION)));
            String yaml = config.yaml().replace("pipeline: {", pipeline);
            Path file = rig.write("gateway.yaml", quality ? yaml.replace("quality: off", "quality: on") : yaml);
            try (GatewayProcess gateway = rig.distribution().run(file)) {
                assertThat(rig.ended(gateway)).as(gateway.words()).isZero();
            }
            return rig.ledger().summaries();
        }
    }
}
