package dev.firn.preprocessor.snow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.preprocessor.link.ProgramRun;
import dev.firn.preprocessor.link.Surroundings;
import dev.firn.senml.SenMlLine;
import dev.firn.senml.SenMlRecord.Measurement;
import dev.firn.telemetry.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnowManagementTest {

    @TempDir
    private Path folder;

    private Path config = Path.of("");
    private String complaints = "";

    @BeforeEach
    void writeSettings() throws IOException {
        config = Files.writeString(folder.resolve("snow.json"), SyntheticRun.SETTINGS);
    }

    @Test
    void readsLinesAndWritesAdviceAndDerivedReadings() {
        List<String> lines = run(input(reading -> true)).lines().toList();

        assertThat(complaints).isEmpty();
        assertThat(lines.getFirst()).contains("firn/hello", "snow-management");
        assertThat(lines).anyMatch(line -> line.startsWith("[{\"n\":\"groomer-1/snow-depth\",\"t\":1734980"));
        assertThat(lines.getLast())
                .startsWith("[{\"n\":\"snow-management/advice\"")
                .contains("\\\"known\\\":128", "\\\"moves\\\":[{\\\"from\\\"");
    }

    @Test
    void sameInputGivesTheSameOutputToTheByte() {
        String input = input(reading -> true);

        assertThat(run(input)).isEqualTo(run(input));
    }

    @Test
    void withoutPositionsNothingIsKnownOfTheGrid() {
        String output = run(input(reading -> !reading.series().sensor().equals("gps")));

        assertThat(output).contains("\\\"known\\\":0", "no-position").doesNotContain("\\\"moves\\\":[{");
    }

    @Test
    void exampleSettingsAreRight() throws IOException {
        Path example = Path.of("../gateway-runtime/src/main/distribution/conf/snow-management.json");

        assertThat(SyntheticRun.settings(Files.readString(example)).slope()).isPresent();
    }

    @Test
    void exampleOfTheDocumentIsWhatComesOut() throws IOException {
        String example = Files.readString(Path.of("../docs/snow-management.md")).split("## A worked example", -1)[1];
        List<String> blocks = Pattern.compile("```(?:json)?\\n(.*?)```", Pattern.DOTALL)
                .matcher(example)
                .results()
                .map(block -> block.group(1))
                .toList();
        Files.writeString(config, blocks.get(0));

        List<String> lines = run(blocks.get(1)).lines().toList();

        assertThat(lines).containsSubsequence(blocks.get(2).lines().toList());
        assertThat(withoutBlanks(lines.getLast().replace("\\", ""))).contains(withoutBlanks(blocks.get(4)));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void wrongSettingsEndItBeforeItReads() throws IOException {
        Files.writeString(config, "{\"places\": [{\"id\": \"a b\"}], \"grid\": {}}");

        assertThat(run("", 78)).isEmpty();
        assertThat(complaints).contains("snow.json:1: places[0].id", "grid.latitude: is missing");
    }

    private static String input(Predicate<Reading> wanted) {
        return SyntheticRun.drive(SyntheticRun.settings(), 2).readings().stream()
                .filter(wanted)
                .map(reading -> SenMlLine.encode(Measurement.of(reading)) + "\n")
                .collect(Collectors.joining());
    }

    private String run(String input) {
        return run(input, 0);
    }

    private String run(String input, int exitCode) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                Optional.empty());

        assertThat(ProgramRun.run(new SnowManagement(), surroundings, "--config", config.toString()))
                .isEqualTo(exitCode);
        complaints = errors.toString(StandardCharsets.UTF_8);
        return out.toString(StandardCharsets.UTF_8);
    }
}
