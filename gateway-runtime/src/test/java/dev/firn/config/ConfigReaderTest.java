package dev.firn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.config.ReplayConfig.Then;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.pipeline.PipelineSettings.Judging;
import dev.firn.sensor.Position;
import dev.firn.sensor.replay.ReplaySource;
import dev.firn.window.WindowLength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    private static final String LEAST = """
            node: {site: kronplatz, id: lift-2}
            sensors: [{id: station, driver: replay, file: station.smet}]
            uplink: {mqtt: {url: "tcp://broker.example"}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void putFilesThere() throws IOException {
        Files.writeString(folder.resolve("station.smet"), "");
        Files.writeString(folder.resolve("gate.csv"), "");
        Files.writeString(folder.resolve("password"), "secret\n");
    }

    @Test
    void fillsInTheDocumentedDefaults() throws IOException {
        GatewayConfig config = load(LEAST);
        assertThat(config.node().position()).isEmpty();
        assertThat(replay(config).speed()).hasValue(1);
        assertThat(replay(config).then()).isEqualTo(Then.WAIT);
        assertThat(config.pipeline()).isEqualTo(PipelineSettings.inWindowsOf(60_000));
        assertThat(config.outbox().directory()).isEqualTo(Path.of("/var/lib/firn/outbox"));
        assertThat(config.outbox().maxBytes()).isEqualTo(256L << 20);
        assertThat(config.outbox().syncEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.uplink().broker().urls()).containsExactly("tcp://broker.example:1883");
        assertThat(config.uplink().broker().clientId()).isEqualTo("firn-kronplatz-lift-2");
        assertThat(config.clockWait()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void readsEveryKey() throws IOException {
        GatewayConfig config = load("""
                node: {site: kronplatz, id: lift-2, latitude: 46.737, longitude: 11.955, altitude-m: 2275}
                sensors:
                  - {id: station, driver: replay, file: station.smet, speed: max, then: stop}
                  - id: gate-1
                    driver: replay
                    file: gate.csv
                    format: csv
                    quantity: people-count
                    zone: America/Los_Angeles
                    from: 2005-10-05T00:00:00-07:00
                    to: "2005-10-06T00:00:00-07:00"
                    start-at: 2014-12-26T00:00:00+01:00
                    speed: max
                    then: stop
                pipeline:
                  window: 6h
                  quality: off
                  series: {"station/air-temperature": {range: [-45, 45.5], max-step: 3/1m}}
                clock: {wait: 0s}
                outbox: {directory: box, max-bytes: 64MB, sync-every: 250ms}
                uplink:
                  mqtt: {url: "mqtts://broker.example:8884", user: lift-2, password-file: password}
                  format: json
                """);
        assertThat(config.node().position()).contains(new Position(46.737, 11.955, 2275));
        assertThat(replay(config).speed()).isEqualTo(OptionalDouble.empty());
        assertThat(replay(config).then()).isEqualTo(Then.STOP);
        ReplaySource gate = replay(config).sources().get(1);
        assertThat(gate.file()).isEqualTo(folder.resolve("gate.csv"));
        assertThat(gate.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(gate.from()).contains(Instant.parse("2005-10-05T07:00:00Z"));
        assertThat(gate.to()).contains(Instant.parse("2005-10-06T07:00:00Z"));
        assertThat(gate.startAt()).contains(Instant.parse("2014-12-25T23:00:00Z"));
        assertThat(config.pipeline().windows()).containsExactly(WindowLength.tumbling(6 * 3_600_000));
        assertThat(config.pipeline().judging()).isEqualTo(Judging.OFF);
        assertThat(config.pipeline().series().keySet()).containsExactly("station/air-temperature");
        assertThat(config.outbox().directory()).isEqualTo(folder.resolve("box"));
        assertThat(config.outbox().maxBytes()).isEqualTo(64L << 20);
        assertThat(config.outbox().syncEvery()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.uplink().broker().urls()).containsExactly("ssl://broker.example:8884");
        assertThat(config.uplink().broker().credentials().passwordFile()).contains(folder.resolve("password"));
        assertThat(config.clockWait()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"wait: 61m, clock.wait", "wait: long, clock.wait", "wiat: 1m, clock.wiat"})
    void aClockThatIsNoClockIsReported(String clock, String key) throws IOException {
        assertThat(reject(LEAST + "clock: {" + clock + "}\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo(key));
    }

    @Test
    void reportsEverythingThatIsWrongAtOnceInOrderOfLines() throws IOException {
        List<Problem> problems = reject("""
                node: {site: kron/platz, id: lift-2, latitude: 146}
                sensors:
                  - {id: station, driver: replya, file: station.smet}
                  - {id: station, driver: replay, file: none.smet, sped: 2}
                pipeline: {window: 6 parsecs}
                outbox: {max-bytes: 1KB}
                uplink: {mqtt: {url: "http://broker"}, format: xml}
                """);
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.key())
                .containsExactly(
                        "1 node.site",
                        "1 node.latitude",
                        "1 node.longitude",
                        "3 sensors[0].driver",
                        "4 sensors[1].id",
                        "4 sensors[1].file",
                        "4 sensors[1].sped",
                        "5 pipeline.window",
                        "6 outbox.max-bytes",
                        "7 uplink.mqtt.url",
                        "7 uplink.format");
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.file()).endsWith("gateway.yaml");
            assertThat(problem.reason()).isNotBlank();
            assertThat(problem.cure()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            node: {site: a, id: b}                     | node: {site: a}                                  | node.id
            node: {site: a, id: b}                     | node: {site: a, id: }                            | node.id
            node: {site: a, id: b}                     | node: [a, b]                                     | node
            node: {site: a, id: b}                     | nod: {site: a, id: b}                            | nod
            file: station.smet                         | file: [station.smet]                             | sensors[0].file
            file: station.smet                         | file: .                                          | sensors[0].file
            file: station.smet                         | file: password                                   | sensors[0].file
            file: station.smet                         | file: station.smet, speed: -1                    | sensors[0].speed
            file: station.smet                         | file: station.smet, speed: fast                  | sensors[0].speed
            file: station.smet                         | file: station.smet, speed: 3f                    | sensors[0].speed
            file: station.smet                         | file: station.smet, then: explode                | sensors[0].then
            file: station.smet                         | file: station.smet, then: stop, then: stop       | sensors[0].then
            file: station.smet                         | file: station.smet, quantity: people-count       | sensors[0].quantity
            file: station.smet                         | file: gate.csv, quantity: yetis                  | sensors[0].quantity
            file: station.smet                         | file: gate.csv, zone: Kronplatz                  | sensors[0].zone
            file: station.smet                         | file: station.smet, from: yesterday              | sensors[0].from
            file: station.smet                         | file: station.smet, from: 2014-10-01T00:00:00    | sensors[0].from
            file: station.smet                         | file: station.smet, from: 2014-10-02T00:00:00Z, to: 2014-10-01T00:00:00Z | sensors[0].to
            file: station.smet                         | file: station.smet, from: -200000-01-01T00:00:00Z | sensors[0].from
            id: station                                | id: sta tion                                     | sensors[0].id
            driver: replay,                            | x: y,                                            | sensors[0].driver
            window: 1m                                 | window: 1                                        | pipeline.window
            window: 1m                                 | window: 10ms                                     | pipeline.window
            window: 1m                                 | quality: maybe                                   | pipeline.quality
            window: 1m                                 | series: {station: {range: [1, 2]}}               | pipeline.series.station
            window: 1m                                 | series: {"x/wind-speed": {range: [1, 2]}}        | pipeline.series.x/wind-speed
            window: 1m                                 | series: {"station/wind-speed": {range: [2, 1]}}  | pipeline.series.station/wind-speed.range
            window: 1m                                 | series: {"station/wind-speed": {range: 2}}       | pipeline.series.station/wind-speed.range
            window: 1m                                 | series: {"station/wind-speed": {max-step: 3}}    | pipeline.series.station/wind-speed.max-step
            window: 1m                                 | series: {"station/wind-speed": {max-step: 0/1m}} | pipeline.series.station/wind-speed.max-step
            sync-every: 1s                             | sync-every: 2d                                   | outbox.sync-every
            sync-every: 1s                             | max-bytes: lots                                  | outbox.max-bytes
            sync-every: 1s                             | max-bytes: 99999999999999GB                      | outbox.max-bytes
            sync-every: 1s                             | directory: ""                                    | outbox.directory
            url: "tcp://h"                             | url: "tcp://"                                    | uplink.mqtt.url
            url: "tcp://h"                             | url: "tcp://me:secret@h"                         | uplink.mqtt.url
            url: "tcp://h"                             | url: "tcp://h:70000"                             | uplink.mqtt.url
            url: "tcp://h"                             | url: "tcp://h/path"                              | uplink.mqtt.url
            url: "tcp://h"                             | url: "tcp://h", password: secret                 | uplink.mqtt.password
            url: "tcp://h"                             | url: "tcp://h", password-file: password          | uplink.mqtt.password-file
            url: "tcp://h"                             | url: "tcp://h", user: u, password-file: none     | uplink.mqtt.password-file
            format: json                               | format: sparkplug                                | uplink.format
            format: json                               | formt: json                                      | uplink.formt
            """)
    void reportsAWrongValueWithItsKey(String right, String wrong, String key) throws IOException {
        String text = """
                node: {site: a, id: b}
                sensors: [{id: station, driver: replay, file: station.smet}]
                pipeline: {window: 1m}
                outbox: {sync-every: 1s}
                uplink: {mqtt: {url: "tcp://h"}, format: json}
                """;
        assertThat(text).contains(right);
        load(text);
        assertThat(reject(text.replace(right, wrong))).extracting(Problem::key).contains(key);
    }

    @Test
    void tellsOfSectionsThatComeWithLaterVersions() throws IOException {
        List<Problem> problems = reject(LEAST + "modes: {schedule: []}\n");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().describe())
                .contains("gateway.yaml:4: modes: ")
                .contains("not in this version");
    }

    @Test
    void suggestsTheKeyThatWasMeant() throws IOException {
        assertThat(reject(LEAST + "pipelin: {window: 1m}\n").getFirst().describe())
                .endsWith("gateway.yaml:4: pipelin: is not a key of Firn; did you mean pipeline?");
    }

    @Test
    void neverRepeatsAPassword() throws IOException {
        List<Problem> problems = reject(LEAST.replace("example\"", "example\", password: hunter2"));
        assertThat(problems).extracting(Problem::describe).noneMatch(text -> text.contains("hunter2"));
    }

    @Test
    void recordingsMustAgreeOnTheirClock() throws IOException {
        List<Problem> problems = reject("""
                node: {site: kronplatz, id: lift-2}
                sensors:
                  - {id: a, driver: replay, file: station.smet, speed: 60, then: stop}
                  - {id: b, driver: replay, file: station.smet, speed: max, then: wait}
                uplink: {mqtt: {url: "tcp://broker.example"}}
                """);
        assertThat(problems).extracting(Problem::key).containsExactly("sensors[1].speed", "sensors[1].then");
    }

    @Test
    void namesTheLineWhereYamlBreaks() throws IOException {
        List<Problem> problems = reject("node: {site: a}\nsensors: [\n  - {id: {\n");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().line()).isGreaterThan(1);
        assertThat(problems.getFirst().reason()).startsWith("is not YAML");
    }

    @Test
    void saysWhatIsWrongWithAFileThatHoldsNoConfiguration() throws IOException {
        assertThat(reject("").getFirst().reason()).isEqualTo("is empty");
        assertThat(reject("just words").getFirst().reason()).isEqualTo("is not a group of keys");
        Files.write(folder.resolve("gateway.yaml"), "node: {site: Krönplatz}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(folder.resolve("gateway.yaml")).getFirst().reason()).isEqualTo("is not UTF-8 text");
        assertThat(problems(folder.resolve("none.yaml")).getFirst().reason()).isEqualTo("is not there");
        assertThat(problems(folder).getFirst().reason()).startsWith("cannot be read");
    }

    @Test
    void tellsOfRulesForSeriesThatNobodyMeasures() throws IOException {
        GatewayConfig config = load(LEAST + "pipeline: {series: {\"station/wind-sped\": {range: [0, 1]}}}\n");
        assertThat(config.problemsWith(List.of("station/wind-sped"))).isEmpty();
        List<Problem> problems = config.problemsWith(List.of("station/air-temperature", "station/wind-speed"));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().describe())
                .contains("gateway.yaml:4: pipeline.series.station/wind-sped")
                .endsWith("did you mean station/wind-speed?");
    }

    @Test
    void theDistributionsExampleIsRightButForItsRecording() throws IOException {
        Path example = Path.of("src/main/distribution/conf/gateway.yaml");
        assertThat(problems(example)).extracting(Problem::key).containsExactly("sensors[0].file");
    }

    private GatewayConfig load(String text) throws IOException {
        return switch (ConfigReader.read(write(text))) {
            case ConfigResult.Loaded(GatewayConfig config) -> config;
            case ConfigResult.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    private List<Problem> reject(String text) throws IOException {
        return problems(write(text));
    }

    private static List<Problem> problems(Path file) {
        return switch (ConfigReader.read(file)) {
            case ConfigResult.Loaded(GatewayConfig config) -> throw new AssertionError(config);
            case ConfigResult.Rejected(List<Problem> problems) -> problems;
        };
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("gateway.yaml"), text);
    }

    private static ReplayConfig replay(GatewayConfig config) {
        return (ReplayConfig) config.sensors();
    }
}
