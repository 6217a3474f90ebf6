package dev.firn.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.firn.telemetry.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalculationsTest {

    private static final Set<String> KEYS_OF_ALL = Set.of("id", "calculation", "max-age");

    static Stream<Calculation> all() {
        return Calculations.all().stream();
    }

    @Test
    void namesAreThoseOfTheConfiguration() {
        assertThat(Calculations.names())
                .containsExactlyInAnyOrder(
                        "dew-point",
                        "frost-point",
                        "wet-bulb",
                        "sea-level-pressure",
                        "snow-depth",
                        "new-snow",
                        "snow-surface",
                        "snow-making",
                        "wind",
                        "tilt",
                        "irradiance");
        assertThat(Calculations.named("wind")).isPresent();
        assertThat(Calculations.named("Wind")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void keysDoNotClash(Calculation calculation) {
        Set<String> keys = new HashSet<>(KEYS_OF_ALL);
        Stream.concat(
                        calculation.roles().stream().map(Role::name),
                        calculation.parameters().stream().map(Parameter::name))
                .forEach(key -> assertThat(keys.add(key)).as(key).isTrue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void defaultsAreAllowed(Calculation calculation) {
        for (Parameter parameter : calculation.parameters()) {
            parameter
                    .usual()
                    .ifPresent(usual ->
                            assertThatCode(() -> parameter.parse(usual)).doesNotThrowAnyException());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void firstInputHasToBeThere(Calculation calculation) {
        assertThat(calculation.roles().getFirst().need()).isEqualTo(Role.Need.REQUIRED);
        assertThat(calculation.outputs()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isDocumented(Calculation calculation) throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "derived.md"));
        List<String> section = page.stream()
                .dropWhile(line -> !line.startsWith("### `" + calculation.name() + "`"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("### "))
                .toList();
        calculation.roles().forEach(role -> assertRow(section, role.name(), "`" + role.unit() + "`"));
        calculation
                .parameters()
                .forEach(parameter -> assertRow(
                        section,
                        parameter.name(),
                        parameter.usual().map(each -> "`" + each + "`").orElse("required")));
        calculation.outputs().stream()
                .map(Quantity::name)
                .forEach(output -> assertThat(section).anyMatch(line -> line.contains("`" + output + "`")));
    }

    private static void assertRow(List<String> section, String key, String cell) {
        assertThat(section)
                .as("row of " + key + " with " + cell)
                .anyMatch(line -> line.startsWith("| `" + key + "` |") && line.contains("| " + cell + " |"));
    }
}
