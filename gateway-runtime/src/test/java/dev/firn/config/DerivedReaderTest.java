package dev.firn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.derived.DerivedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list {@code derived} of a whole file. */
class DerivedReaderTest {

    private static final String AIR = "air-temperature: station/air-temperature";
    private static final String HUMIDITY = "relative-humidity: station/relative-humidity";

    @TempDir
    private Path folder;

    @BeforeEach
    void putFileThere() throws IOException {
        Files.writeString(folder.resolve("station.smet"), "");
    }

    @Test
    void readsInputsParametersAndAge() throws IOException {
        GatewayConfig config = load("""
                derived:
                  - {id: climate, calculation: wet-bulb, %s, %s, altitude-m: 2540, max-age: 1h}
                  - {id: guns, calculation: snow-making, wet-bulb: climate/wet-bulb-temperature}
                pipeline: {series: {"climate/wet-bulb-temperature": {range: [-30, 20]}}}
                """.formatted(AIR, HUMIDITY));
        assertThat(config.pipeline().derived().getFirst())
                .isEqualTo(new DerivedSettings(
                        "climate",
                        "wet-bulb",
                        Map.of(
                                "air-temperature",
                                "station/air-temperature",
                                "relative-humidity",
                                "station/relative-humidity"),
                        3_600_000,
                        Map.of("altitude-m", "2540")));
        assertThat(config.derivedSeries().stream().map(Object::toString))
                .containsExactly("climate/wet-bulb-temperature", "guns/snow-making");
    }

    @Test
    void inputThatNobodyMeasuresIsTold() throws IOException {
        GatewayConfig config =
                load("derived: [{id: climate, calculation: dew-point, " + AIR + ", " + HUMIDITY + "}]\n");
        assertThat(config.problemsWith(List.of("station/air-temperature")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("derived[0].relative-humidity"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {id: station, calculation: dew-point, A, H}              | derived[0].id                | is a sensor's id already
            {id: c, calculation: due-point, A, H}                    | derived[0].calculation       | is no calculation
            {id: c, calculation: dew-point, A}                       | derived[0].relative-humidity | is missing
            {id: c, calculation: dew-point, A, H, wind: station/x}   | derived[0].wind              | is not a key of Firn
            {id: c, calculation: dew-point, A, H, max-age: 1ms}      | derived[0].max-age           | is out of range
            {id: c, calculation: wet-bulb, A, H, altitude-m: high}   | derived[0].altitude-m        | is not possible
            {id: c, calculation: wet-bulb, A, H, method: guess}      | derived[0].method            | is not possible
            {id: c, calculation: dew-point, A, relative-humidity: x} | derived[0].relative-humidity | is no series
            """)
    void namesWhatIsWrong(String entry, String key, String reason) throws IOException {
        List<Problem> problems = problems("derived: ["
                + entry.replace("A,", AIR + ",")
                        .replace("A}", AIR + "}")
                        .replace("H}", HUMIDITY + "}")
                        .replace("H,", HUMIDITY + ",")
                + "]\n");
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.cure()).isNotBlank();
        });
    }

    @Test
    void inputInAnotherUnitAndTheSameSeriesTwiceAreRefused() throws IOException {
        assertThat(problems("derived: [{id: c, calculation: dew-point, air-temperature: station/wind-speed, " + HUMIDITY
                        + "}]\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("m/s", "Cel"));
        String entry = "{id: c, calculation: dew-point, " + AIR + ", " + HUMIDITY + "}";
        assertThat(problems("derived: [" + entry + ", " + entry + "]\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("derived[1].calculation"));
    }

    private GatewayConfig load(String text) throws IOException {
        return switch (read(text)) {
            case ConfigResult.Loaded(GatewayConfig config) -> config;
            case ConfigResult.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    private List<Problem> problems(String text) throws IOException {
        return switch (read(text)) {
            case ConfigResult.Loaded(GatewayConfig config) -> throw new AssertionError(config);
            case ConfigResult.Rejected(List<Problem> problems) -> problems;
        };
    }

    private ConfigResult read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), """
                node: {site: a, id: b}
                sensors: [{id: station, driver: replay, file: station.smet}]
                uplink: {mqtt: {url: "tcp://h"}}
                """ + text);
        return ConfigReader.read(file);
    }
}
