package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.recordings.Recording;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckIT {

    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final int USAGE = 64;
    private static final int CONFIGURATION = 78;
    private static final Pattern PLACE = Pattern.compile("gateway\\.yaml:(\\d+)");

    /** A wrong value or key in lines 1, 3, 4, 5, 6 and 7. */
    private static final String SIX_MISTAKES = """
            node: {site: weissfluhjoch, id: station-1, latitude: 146.83, longitude: 9.81, altitude-m: 2540}
            sensors:
              - {id: station, driver: replay, file: WFJ2.smet, speed: fast, then: stop}
            pipeline: {window: soon, quality: on}
            outbox: {directory: outbox, max-bytes: 64XB, sync-every: 1s}
            uplink: {mqtt: {url: "tcp://127.0.0.1:%d"}, format: morse}
            colour: white
            """;

    private final Distribution distribution = Distribution.fromSystemProperty();

    @TempDir
    private Path directory;

    @BeforeEach
    void putRecordingBesideConfiguration() {
        Recording.WFJ2.copyTo(directory);
    }

    @Test
    void reportsAllSixMistakesWithTheirLines() throws IOException {
        Path config = Files.writeString(directory.resolve("gateway.yaml"), SIX_MISTAKES.formatted(1883));
        try (GatewayProcess check = distribution.firn("check", "--config", config.toString())) {
            assertThat(check.waitFor(BOUND)).isEqualTo(CONFIGURATION);
            assertThat(lines(check)).as(check.words()).containsExactly("1", "3", "4", "5", "6", "7");
            assertThat(check.words()).contains("latitude", "146.83", "fast", "soon", "64XB", "morse", "colour");
        }
    }

    @Test
    void runOnBadConfigurationOpensNothing() throws IOException {
        try (ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Path config =
                    Files.writeString(directory.resolve("gateway.yaml"), SIX_MISTAKES.formatted(broker.getLocalPort()));
            try (GatewayProcess gateway = distribution.run(config)) {
                assertThat(gateway.waitFor(BOUND)).isEqualTo(CONFIGURATION);
                assertThat(lines(gateway)).as(gateway.words()).containsExactly("1", "3", "4", "5", "6", "7");
            }
            assertThat(directory.resolve("outbox")).doesNotExist();
            broker.setSoTimeout(1);
            assertThatThrownBy(broker::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void goodConfigurationIsFineAndOpensNothing() {
        Path config = GatewayConfig.publishingTo("tcp://127.0.0.1:1883")
                .replaying(ReplaySensor.smet("station", Path.of("WFJ2.smet")))
                .writeTo(directory);
        try (GatewayProcess check = distribution.firn("check", "--config", config.toString())) {
            assertThat(check.waitFor(BOUND)).as(check.words()).isZero();
            assertThat(directory.resolve("outbox")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "run --colour white", "check --config"})
    void usageErrorsExitWithTheirOwnCode(String arguments) {
        try (GatewayProcess firn = distribution.firn(arguments.split(" ", -1))) {
            assertThat(firn.waitFor(BOUND)).as(firn.words()).isEqualTo(USAGE);
        }
    }

    /** The lines named in what it says, in order, each as often as it is named at the beginning of a problem. */
    private static List<String> lines(GatewayProcess process) {
        return process.words()
                .lines()
                .flatMap(line -> PLACE.matcher(line).results().limit(1))
                .map((MatchResult place) -> place.group(1))
                .toList();
    }
}
