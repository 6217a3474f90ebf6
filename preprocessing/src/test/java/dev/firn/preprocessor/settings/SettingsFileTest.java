package dev.firn.preprocessor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

    private record Run(String id, double hectares, long everyMillis, List<String> gates) {}

    @Test
    void valuesAndDefaultsAreRead() {
        List<Run> runs = read("{\"runs\": [{\"id\": \"north\", \"hectares\": 3.5, \"gates\": [\"g/people-in\"]},"
                + " {\"id\": \"south\", \"hectares\": \"4\", \"every\": \"30s\"}]}");
        assertThat(runs)
                .containsExactly(
                        new Run("north", 3.5, 60_000, List.of("g/people-in")), new Run("south", 4, 30_000, List.of()));
    }

    @Test
    void allProblemsComeAtOnceInTheOrderOfTheFile() {
        String json = """
                {
                  "runs": [
                    {"id": "north pole", "hectares": -1},
                    {"hectares": 2, "evry": "30s",
                     "gates": ["gate"], "every": 30}
                  ],
                  "colour": 1
                }""";
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.problems()).hasSize(7))
                .withMessage("""
                        runs.json:3: runs[0].id: "north pole": cannot be an id; use letters, digits, '.', '_' and '-', a letter or a digit first
                        runs.json:3: runs[0].hectares: "-1": is out of range; give a number from 0 to 1000
                        runs.json:4: runs[1].id: is missing; add it, such as "id": north
                        runs.json:4: runs[1].evry: is no key that is known here; remove it; known: every, gates, hectares, id
                        runs.json:5: runs[1].every: "30": is no duration; give a number with ms, s, m, h or d, such as 60s
                        runs.json:5: runs[1].gates[0]: "gate": is not the name of a series; write sensor/quantity, such as gate-1/people-in
                        runs.json:7: colour: is no key that is known here; remove it; known: runs""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                     | runs.json:1: "[]": is not a group of keys; write keys and values in {}
            {"runs": {}}           | runs.json:1: runs: "{…}": is no list; write values in []
            {"runs": [1]}          | runs.json:1: runs[0]: "1": is not a group of keys
            {"runs": [{"id": []}]} | runs.json:1: runs[0].id: "[]": is not a single value; write one value
            {"runs": [], "runs":1} | runs.json:1: no JSON: Duplicate field 'runs'
            {"runs": null}         | runs.json:1: runs: "null": is no list
            {                      | runs.json:1: no JSON
            {} {}                  | runs.json:1: no JSON: something stands behind the end
            """)
    void shapeIsChecked(String json, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(json))
                .withMessageContaining(message);
    }

    @Test
    void whatNoKeyCouldRefuseIsAProblemToo() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SettingsFile.read("x.json", "{}", section -> {
                    throw new IllegalArgumentException("two of a kind");
                }))
                .withMessage("x.json:1: two of a kind; mend the file");
    }

    @Test
    void sectionMayRefuseWhatIsWrongBesideTheOthers() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SettingsFile.read("x.json", "{\n\"a\": 1}", section -> {
                    section.reject("a", "is too much with b", "lower it");
                    section.reject("b", "is needed with a", "add it");
                    return "";
                }))
                .withMessage("x.json:1: b: is needed with a; add it\nx.json:2: a: \"1\": is too much with b; lower it");
    }

    @Test
    void kindsOfValuesAreRead() {
        assertThat(Values.timeOfDay("03:00")).isEqualTo(LocalTime.of(3, 0));
        assertThat(Values.zone("Europe/Rome")).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(Values.oneOf(DayOfWeek.class).parse("monday")).isEqualTo(DayOfWeek.MONDAY);
        assertThat(Values.truth("true")).isTrue();
        assertThat(Values.duration(1, 1000).parse("1 s")).isEqualTo(1000);
        assertThat(Values.text("x y")).isEqualTo("x y");
    }

    @Test
    void kindsOfValuesSayWhatTheyWant() {
        refused(() -> Values.timeOfDay("25:00"));
        refused(() -> Values.zone("Mars/Base"));
        refused(() -> Values.oneOf(DayOfWeek.class).parse("MONDAY"));
        refused(() -> Values.truth("yes"));
        refused(() -> Values.duration(1, 1000).parse("2s"));
        refused(() -> Values.number(0, 1).parse("NaN"));
        refused(() -> Values.number(0, 1).parse("one"));
        refused(() -> Values.text(" "));
    }

    private static void refused(Runnable parsing) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(parsing::run)
                .satisfies(e -> assertThat(e.cure()).isNotEmpty());
    }

    private static List<Run> read(String json) {
        return SettingsFile.read(
                "runs.json",
                json,
                file -> file.sections("runs").stream()
                        .map(section -> new Run(
                                section.required("id", Values::id, "north"),
                                section.required("hectares", Values.number(0, 1000), "2"),
                                section.optional("every", Values.duration(1000, 3_600_000), 60_000L),
                                section.values("gates", Values::series)))
                        .toList());
    }
}
