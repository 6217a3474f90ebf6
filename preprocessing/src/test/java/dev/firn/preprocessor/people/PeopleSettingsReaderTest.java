package dev.firn.preprocessor.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.preprocessor.settings.SettingsException;
import dev.firn.preprocessor.settings.SettingsFile;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleSettingsReaderTest {

    @Test
    void defaultsAreThoseOfTheDocument() {
        PeopleSettings settings = read("""
                {"areas": [{"id": "north", "in": ["gate-1/people-in"], "out": ["gate-1/people-out"]}],
                 "lifts": [{"id": "lift-2", "area": "north", "capacity-per-hour": 2400, "in": ["gate-1/people-in"]}]}""");
        assertThat(settings)
                .isEqualTo(new PeopleSettings(
                        60_000,
                        3_600_000,
                        600,
                        List.of(new AreaSettings(
                                "north",
                                "north",
                                OptionalDouble.empty(),
                                Difficulty.INTERMEDIATE,
                                1,
                                ZoneOffset.UTC,
                                LocalTime.of(3, 0),
                                LocalTime.of(7, 0),
                                List.of("gate-1/people-in"),
                                List.of("gate-1/people-out"),
                                new CountError(0.8, 0.04),
                                new Calibration(1))),
                        List.of(new LiftSettings(
                                "lift-2",
                                "lift-2",
                                "north",
                                2400,
                                0.8,
                                OptionalDouble.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("gate-1/people-in")))));
    }

    @Test
    void everyKeyIsRead() {
        PeopleSettings settings = read("""
                {"every": "10s", "stale-after": "5m", "long-wait": "15m", "time-zone": "Europe/Rome",
                 "areas": [{"id": "north", "name": "Nordhang", "area-ha": 12.5, "difficulty": "expert", "glades": true,
                   "glades-share": 0.3, "time-zone": "Europe/Vienna", "reset-at": "17:30", "opens-at": "08:00",
                   "in": ["g/people-count"], "out": ["h/people-count"], "counter-error": 0.1, "passage-error": 1,
                   "calibration": 1.05}],
                 "lifts": [{"id": "lift-2", "name": "Lift 2", "area": "north", "capacity-per-hour": 1800,
                   "load-factor": 0.9, "queue-area-m2": 200, "running": "lift-2/lift-running",
                   "carried": "lift-2/lift-carried", "in": ["g/people-count"]}]}""");
        AreaSettings area = settings.areas().getFirst();
        assertThat(area.peopleLimit()).hasValue(12.5 * 10 * 0.3);
        assertThat(area.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(area.error()).isEqualTo(new CountError(1, 0.1));
        assertThat(area.calibration()).isEqualTo(new Calibration(1.05));
        assertThat(area.resetAt()).isEqualTo(LocalTime.of(17, 30));
        assertThat(area.opensAt()).isEqualTo(LocalTime.of(8, 0));
        assertThat(settings.longWaitSeconds()).isEqualTo(900);
        assertThat(settings.liftsOf(area)).singleElement().satisfies(lift -> {
            assertThat(lift.queueSquareMetres()).hasValue(200);
            assertThat(lift.running()).contains("lift-2/lift-running");
            assertThat(lift.carried()).contains("lift-2/lift-carried");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                              | people.json:1: areas: is missing; add it
            {"areas": [{"in": ["g/people-in"], "out": ["g/people-out"]}]}   | areas[0].id: is missing; add it
            {"areas": [{"id": "a", "out": ["g/people-out"]}]}               | areas[0].in: is missing; add it, such as "in": ["gate-1/people-in"]
            {"areas": [{"id": "a", "in": [], "out": ["g/people-out"]}]}     | areas[0].in: "[]": is empty; write something into it, such as ["gate-1/people-in"]
            {"areas": [{"id": "a", "in": ["g/people-in"], "out": ["g/people-in"]}]} | areas[0].out: "[g/people-in]": names a counter that is in "in" too
            {"areas": [{"id": "a", "in": ["g/people-in", "g/people-in"], "out": ["g/people-out"]}]} | areas[0].in: "[g/people-in, g/people-in]": names a counter twice
            {"areas": [{"id": "a", "in": ["g/wind-speed"], "out": ["g/people-out"]}]} | areas[0].in[0]: "g/wind-speed": does not count people
            {"areas": [{"id": "a", "in": ["g/precipitation"], "out": ["g/people-out"]}]} | areas[0].in[0]: "g/precipitation": does not count people
            {"areas": [{"id": "a", "in": ["g/people-in"], "out": ["g/people-out"], "difficulty": "hard"}]} | areas[0].difficulty: "hard": is not one of the choices; choose one of: beginner, novice
            {"areas": [{"id": "a", "in": ["g/people-in"], "out": ["g/people-out"], "glades-share": 0.2}]} | areas[0].glades-share: "0.2": is for glades
            {"areas": [{"id": "a", "in": ["g/people-in"], "out": ["g/people-out"], "calibration": 2}]} | areas[0].calibration: "2": is out of range; give a number from 0.9 to 1.1
            {"areas": [{"id": "a", "in": ["g/people-in"], "out": ["g/people-out"]}], "lifts": [{"id": "a", "area": "b", "in": ["g/people-in"], "capacity-per-hour": 10}]} | lifts[0].id: "a": is the id of another area or lift
            {"areas": [{"id": "a", "in": ["g/people-in"], "out": ["g/people-out"]}], "lifts": [{"id": "l", "area": "b", "in": ["g/people-in"], "capacity-per-hour": 10}]} | lifts[0].area: "b": is no area of this file
            {"areas": [{"id": "a", "in": ["g/people-in"], "out": ["g/people-out"]}], "lifts": [{"id": "l", "area": "b", "in": ["g/people-in"], "capacity-per-hour": 10}]} | lifts[0].capacity-per-hour: "10": is out of range
            {"every": "1h", "areas": [], "people": 1}                       | people: is no key that is known here
            """)
    void wrongSettingsSayWhereWhyAndTheCure(String json, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(json))
                .withMessageContaining(message);
    }

    private static PeopleSettings read(String json) {
        return SettingsFile.read("people.json", json, PeopleSettingsReader::read);
    }
}
