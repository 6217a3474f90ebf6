package dev.firn.rigs.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigTest {

    @Test
    void writesWhatTheGatewayReads() {
        GatewayConfig config = GatewayConfig.publishingTo("tcp://127.0.0.1:20000")
                .replaying(ReplaySensor.smet("station", Path.of("WFJ2.smet"))
                        .between("2014-12-26T00:00:00+01:00", "2014-12-27T00:00:00+01:00"))
                .replaying(ReplaySensor.peopleCounter("gate-1", Path.of("in.csv"), "America/Los_Angeles")
                        .startingAt("2014-12-26T00:00:00+01:00"))
                .atSpeed("1440")
                .inWindowsOf("2h")
                .withoutQuality();
        assertThat(config.yaml()).isEqualTo("""
                node: {site: weissfluhjoch, id: station-1, latitude: 46.83, longitude: 9.81, altitude-m: 2540}
                sensors:
                  - {id: station, driver: replay, file: "WFJ2.smet", from: "2014-12-26T00:00:00+01:00", \
                to: "2014-12-27T00:00:00+01:00", speed: 1440, then: stop}
                  - {id: gate-1, driver: replay, file: "in.csv", format: csv, quantity: people-count, \
                zone: America/Los_Angeles, start-at: "2014-12-26T00:00:00+01:00", speed: 1440, then: stop}
                pipeline: {window: 2h, quality: off}
                outbox: {directory: outbox, max-bytes: 64MB, sync-every: 1s}
                uplink: {mqtt: {url: [tcp://127.0.0.1:20000]}, format: json}
                """);
    }

    @Test
    void writesHowReadingsAreTreatedAndWhatIsCalculated() {
        GatewayConfig config = GatewayConfig.publishingTo("tcp://127.0.0.1:20000")
                .replaying(ReplaySensor.smet("station", Path.of("WFJ2.smet")))
                .inWindowsOf("[1h, 1d]")
                .judging("named")
                .withSeries("station/air-temperature", "{filter: [hampel]}")
                .withSeries("station/snow-height", "{max-step: off}")
                .waiting("5s")
                .deriving("{id: guns, calculation: snow-making, wet-bulb: climate/wet-bulb-temperature}");
        assertThat(config.yaml()).contains("""
                derived:
                  - {id: guns, calculation: snow-making, wet-bulb: climate/wet-bulb-temperature}
                pipeline: {window: [1h, 1d], quality: named, allowed-lateness: 5s, series: \
                {"station/air-temperature": {filter: [hampel]}, "station/snow-height": {max-step: off}}}
                """);
    }

    @Test
    void pathsWithQuotesStayOneValue() {
        assertThat(ReplaySensor.smet("s", Path.of("a \"b\\c")).yaml()).contains("file: \"a \\\"b\\\\c\"");
    }

    @Test
    void missingDistributionTellsWhatToDo(@TempDir Path nowhere) {
        assertThatThrownBy(() -> new Distribution(nowhere))
                .isInstanceOf(RigException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("make build");
    }
}
