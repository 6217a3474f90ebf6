package dev.firn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.Buses;
import dev.firn.config.ConfigReader;
import dev.firn.config.ConfigResult.Loaded;
import dev.firn.config.GatewayConfig;
import dev.firn.outbox.OutboxException;
import dev.firn.sensor.SensorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that fail; those that succeed are proved from outside, in test-rigs. */
class GatewayTest {

    private static final String STATION = """
            SMET 1.1 ASCII
            [HEADER]
            station_id = A
            latitude = 46.8
            longitude = 9.8
            altitude = 2540
            nodata = -999
            fields = timestamp TA
            [DATA]
            2014-10-01T00:00 277.25
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void putStationThere() throws IOException {
        Files.writeString(folder.resolve("station.smet"), STATION);
    }

    @Test
    void aRuleForASeriesThatNobodyHasStopsTheStartBeforeTheOutboxIsMade() throws Exception {
        GatewayConfig config = config("pipeline: {series: {\"station/wind-speed\": {range: [0, 1]}}}\n");
        assertThatThrownBy(() -> new Gateway(config, GatewayTest::noBuses).run())
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("gateway.yaml:4: pipeline.series.station/wind-speed")
                .hasMessageContaining("there are: station/air-temperature");
        assertThat(folder.resolve("outbox")).doesNotExist();
        assertThat(openFiles()).isEmpty();
    }

    @Test
    void aRecordingThatCannotBeReadStopsTheStartBeforeTheOutboxIsMade() throws Exception {
        Files.writeString(folder.resolve("station.smet"), STATION.replace("nodata", "nodatta"));
        GatewayConfig config = config("");
        assertThatThrownBy(() -> new Gateway(config, GatewayTest::noBuses).run())
                .isInstanceOf(SensorException.class)
                .hasMessageContaining("station.smet");
        assertThat(folder.resolve("outbox")).doesNotExist();
        assertThat(openFiles()).isEmpty();
    }

    @Test
    void anOutboxThatCannotBeOpenedLeavesNothingOpen() throws Exception {
        Files.writeString(folder.resolve("outbox"), "a file in its place");
        GatewayConfig config = config("");
        assertThatThrownBy(() -> new Gateway(config, GatewayTest::noBuses).run())
                .isInstanceOf(OutboxException.class)
                .hasMessageContaining("outbox");
        assertThat(openFiles()).isEmpty();
    }

    private GatewayConfig config(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), """
                node: {site: a, id: b}
                sensors: [{id: station, driver: replay, file: station.smet, speed: max, then: stop}]
                uplink: {mqtt: {url: "tcp://127.0.0.1:1"}}
                """ + more + "outbox: {directory: outbox}\n");
        if (ConfigReader.read(file) instanceof Loaded(GatewayConfig config)) {
            return config;
        }
        throw new AssertionError(ConfigReader.read(file));
    }

    /** Files of the test's folder that this process still holds open. */
    private List<Path> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(Files::isSymbolicLink)
                    .map(GatewayTest::target)
                    .filter(path -> path.startsWith(folder))
                    .toList();
        }
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            return Path.of(""); // closed between the listing and the look
        }
    }

    private static Buses noBuses() {
        throw new AssertionError("there is no sensor to open a bus for");
    }
}
