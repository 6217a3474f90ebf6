package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.process.ChildProcess;
import dev.firn.rigs.process.ScratchDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The preprocessors by their launchers, with the settings that the distribution brings along. */
class PreprocessorsIT {

    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final int USAGE = 64;
    private static final int UNAVAILABLE = 69;
    private static final int CONFIGURATION = 78;
    private static final Path NOTHING = Path.of("/dev/null");

    private static final String PEOPLE = "people-management";
    private static final String SNOW = "snow-management";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Distribution distribution = Distribution.fromSystemProperty();
    private final ScratchDirectory directory = ScratchDirectory.create("firn-programs");

    @AfterEach
    void end() {
        directory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {PEOPLE, SNOW})
    void saysHowItIsCalled(String program) {
        try (ChildProcess help = distribution.program(program, Map.of(), NOTHING, "--help")) {
            assertThat(help.waitFor(BOUND)).as(help.tail()).isZero();
            assertThat(help.standardOutput().getFirst()).startsWith("usage: " + program + " [--config FILE]");
            assertThat(help.standardError()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PEOPLE, SNOW})
    void anArgumentThatMeansNothingIsNamed(String program) {
        try (ChildProcess wrong = distribution.program(program, Map.of(), NOTHING, "--colour")) {
            assertThat(wrong.waitFor(BOUND)).isEqualTo(USAGE);
            assertThat(wrong.tail()).contains("\"--colour\"", "usage: " + program);
            assertThat(wrong.standardOutput()).isEmpty();
        }
    }

    @Test
    void everyProblemInSettingsOfPeopleIsNamedWithItsLine() throws IOException {
        assertThat(problems(PEOPLE, """
                        {
                          "every": "2h",
                          "areas": [
                            {
                              "id": "nordhang",
                              "in": ["gate-1"],
                              "colour": "white",
                              "out": ["gate-1/people-out"]
                            }
                          ]
                        }
                        """))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("settings.json:2: every: \"2h\""),
                        one -> assertThat(one).startsWith("settings.json:6: areas[0].in[0]: \"gate-1\""),
                        one -> assertThat(one).startsWith("settings.json:7: areas[0].colour"));
    }

    @Test
    void everyProblemInSettingsOfSnowIsNamedWithItsLine() throws IOException {
        assertThat(problems(SNOW, """
                        {
                          "every": "soon",
                          "places": [{"id": "valley"}],
                          "grid": {"latitude": 146.7, "longitude": 11.9, "bearing": 90, "rows": 1, "columns": 6},
                          "colour": "white"
                        }
                        """))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("settings.json:2: every: \"soon\""),
                        one -> assertThat(one).startsWith("settings.json:3: places"),
                        one -> assertThat(one).startsWith("settings.json:4: grid.latitude: \"146.7\""),
                        one -> assertThat(one)
                                .startsWith("settings.json:4: grid: ")
                                .contains("groomer.position"),
                        one -> assertThat(one).startsWith("settings.json:5: colour"));
    }

    private List<String> problems(String program, String settings) throws IOException {
        Path file = Files.writeString(directory.resolve("settings.json"), settings);
        try (ChildProcess run = distribution.program(program, Map.of(), NOTHING, "--config", file.toString())) {
            assertThat(run.waitFor(BOUND)).isEqualTo(CONFIGURATION);
            assertThat(run.standardOutput()).isEmpty();
            return run.standardError().stream()
                    .filter(line -> line.contains("settings.json:"))
                    .map(line -> line.substring(line.indexOf("settings.json:")))
                    .toList();
        }
    }

    /** 96 of 120 come and 4 leave; 230 queue and 30 are taken up; the lift takes 2400 · 0.8 an hour. */
    @Test
    void peopleArePipedInAndFiguresAndAdviceComeOut() throws IOException {
        String day = """
                [{"bt":1735196340,"n":"gate-1/people-in","v":0},{"n":"gate-1/people-out","v":0},{"n":"gate-2/people-in","v":0},{"n":"lift-2/lift-running","v":1},{"n":"lift-2/lift-carried","v":0}]
                [{"n":"gate-1/people-in","t":17351963
                [{"bt":1735196370,"n":"gate-1/people-in","v":96},{"n":"gate-1/people-out","v":4},{"n":"gate-2/people-in","v":230},{"n":"lift-2/lift-carried","v":30}]
                [{"n":"lift-2/lift-running","t":1735196430,"v":0}]
                """;
        try (ChildProcess run = piped(PEOPLE, day)) {
            assertThat(run.waitFor(BOUND)).as(run.tail()).isZero();
            assertThat(run.standardError()).singleElement().asString().startsWith(PEOPLE + ": input line 2 skipped: ");
            List<JsonNode> records = records(run.standardOutput());
            assertThat(records.getFirst().path("n").asText()).isEqualTo("firn/hello");
            assertThat(records.getFirst().path("vs").asText()).startsWith(PEOPLE + " ");
            assertThat(values(records, "nordhang/people-in-area")).containsExactly(92.0, 92.0);
            assertThat(values(records, "nordhang/crowding")).containsExactly(0.767, 0.767);
            assertThat(values(records, "lift-2/queue-length")).containsExactly(200.0, 200.0);
            assertThat(named(records, "lift-2/waiting-time"))
                    .satisfiesExactly(
                            running -> assertThat(running.path("v").asDouble()).isEqualTo(375),
                            standing ->
                                    assertThat(standing.path("flag").asInt()).isEqualTo(9));
            List<JsonNode> advice = advice(records, PEOPLE);
            assertThat(advice).extracting(one -> one.path("severity").asText()).containsExactly("info", "alarm");
            assertThat(advice.getLast().path("text").asText()).contains("Lift 2 stands");
        }
    }

    /** 47 cm where 60 are wanted, within 10. */
    @Test
    void depthsArePipedInAndTheDriverIsTold() throws IOException {
        String night = """
                [{"n":"depth/snow-height","t":1734980400,"v":0.47,"u":"m"},{"n":"surface/snow-surface-temperature","t":1734980400,"v":-4.2,"u":"Cel"}]
                rubbish
                [{"n":"air/wet-bulb-temperature","t":1734980405,"v":-7,"u":"Cel"},{"n":"tilt/roll","t":1734980405,"v":4,"u":"deg"}]
                [{"n":"tilt/roll","t":1734980411,"v":4,"u":"deg"}]
                """;
        try (ChildProcess run = piped(SNOW, night)) {
            assertThat(run.waitFor(BOUND)).as(run.tail()).isZero();
            assertThat(run.standardError()).singleElement().asString().startsWith(SNOW + ": input line 2 skipped: ");
            List<JsonNode> records = records(run.standardOutput());
            assertThat(records.getFirst().path("vs").asText()).startsWith(SNOW + " ");
            assertThat(values(records, "valley/snow-depth")).contains(0.47);
            assertThat(values(records, "valley/snow-making")).contains(2.0);
            JsonNode advice = advice(records, SNOW).getLast();
            assertThat(advice.path("about").asText()).isEqualTo("run-7");
            assertThat(advice.path("places").path(0).path("verdict").asText()).isEqualTo("thin");
            assertThat(advice.path("warnings").findValuesAsText("text"))
                    .contains("The snow is too thin at valley: 47 cm, the target is 60 cm.");
        }
    }

    private ChildProcess piped(String program, String lines) throws IOException {
        Path input = Files.writeString(directory.resolve("input.senml"), lines);
        return distribution.program(program, Map.of(), input, "--config", settings(program));
    }

    /** Those that the distribution brings along. */
    private String settings(String program) {
        return distribution
                .home()
                .resolve("conf")
                .resolve(program + ".json")
                .toAbsolutePath()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        PEOPLE + ", gate-1/people-in, nordhang/people-in-area",
        SNOW + ", depth/snow-height, valley/snow-depth",
    })
    void speaksOverTheSocketUntilItIsDrained(String program, String input, String output)
            throws IOException, ExecutionException, InterruptedException, TimeoutException {
        Path path = directory.resolve("firn.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            try (ChildProcess run = distribution.program(
                            program, Map.of("FIRN_SOCKET", path.toString()), NOTHING, "--config", settings(program));
                    SocketChannel gateway = accepted(server);
                    BufferedReader lines = new BufferedReader(Channels.newReader(gateway, StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).startsWith("[{\"n\":\"firn/hello\",\"vs\":\"" + program);
                send(gateway, "[{\"n\":\"firn/ping\",\"t\":1735196340,\"vs\":\"first\"}]");
                assertThat(lines.readLine()).isEqualTo("[{\"n\":\"firn/pong\",\"t\":1735196340,\"vs\":\"first\"}]");

                send(gateway, "[{\"n\":\"" + input + "\",\"t\":1735196370,\"v\":0.5}]");
                send(gateway, "[{\"n\":\"firn/ping\",\"t\":1735196400,\"vs\":\"second\"}]");
                assertThat(untilPong(lines))
                        .anyMatch(line -> line.startsWith("[{\"n\":\"" + output + "\","))
                        .anyMatch(line -> line.startsWith("[{\"n\":\"" + program + "/advice\","))
                        .last()
                        .isEqualTo("[{\"n\":\"firn/pong\",\"t\":1735196400,\"vs\":\"second\"}]");

                send(gateway, "[{\"n\":\"firn/drain\",\"vb\":true}]");
                assertThat(lines.lines().toList())
                        .as("until the socket is closed")
                        .noneMatch(late -> late.contains("firn/pong"));
                assertThat(run.waitFor(BOUND)).as(run.tail()).isZero();
                assertThat(run.standardOutput()).isEmpty();
            }
        }
    }

    @Test
    void aSocketThatIsNotThereIsSaid() {
        Path nowhere = directory.resolve("nobody.sock");
        try (ChildProcess run = distribution.program(
                PEOPLE, Map.of("FIRN_SOCKET", nowhere.toString()), NOTHING, "--config", settings(PEOPLE))) {
            assertThat(run.waitFor(BOUND)).isEqualTo(UNAVAILABLE);
            assertThat(run.tail()).contains("FIRN_SOCKET \"" + nowhere + "\"", "is the gateway running");
        }
    }

    private static SocketChannel accepted(ServerSocketChannel server)
            throws ExecutionException, InterruptedException, TimeoutException {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return server.accept();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .get(BOUND.toSeconds(), TimeUnit.SECONDS);
    }

    private static List<String> untilPong(BufferedReader lines) throws IOException {
        List<String> read = new ArrayList<>();
        do {
            read.add(Objects.requireNonNull(lines.readLine(), "the program has closed the socket"));
        } while (!read.getLast().contains("firn/pong"));
        return read;
    }

    private static void send(SocketChannel to, String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static List<JsonNode> records(List<String> lines) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : lines) {
            records.add(MAPPER.readTree(line).path(0));
        }
        return records;
    }

    private static List<JsonNode> named(List<JsonNode> records, String name) {
        return records.stream()
                .filter(one -> one.path("n").asText().equals(name))
                .toList();
    }

    private static List<Double> values(List<JsonNode> records, String name) {
        return named(records, name).stream()
                .map(one -> one.path("v").asDouble())
                .toList();
    }

    private static List<JsonNode> advice(List<JsonNode> records, String program) throws IOException {
        List<JsonNode> advice = new ArrayList<>();
        for (JsonNode one : named(records, program + "/advice")) {
            advice.add(MAPPER.readTree(one.path("vs").asText()));
        }
        return advice;
    }
}
