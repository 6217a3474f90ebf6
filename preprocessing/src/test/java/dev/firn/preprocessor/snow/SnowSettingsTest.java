package dev.firn.preprocessor.snow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firn.derived.SnowMaking;
import dev.firn.preprocessor.settings.SettingsException;
import dev.firn.preprocessor.snow.grid.GridMemory;
import dev.firn.preprocessor.snow.grid.TrackSettings;
import dev.firn.preprocessor.snow.push.MoveSettings;
import dev.firn.preprocessor.snow.push.PushSettings;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnowSettingsTest {

    private static final String GRID =
            "\"grid\": {\"latitude\": 46, \"longitude\": 11, \"bearing\": 0, \"rows\": 4," + " \"columns\": 5}";
    private static final String GROOMER = "\"groomer\": {\"position\": \"gps\", \"depth\": \"sonar/snow-depth\"}";

    @Test
    void leavesDefaultsWhereNothingIsSaid() {
        SnowSettings settings = SyntheticRun.settings("{" + GRID + "," + GROOMER + "}");

        assertThat(settings.about()).isEqualTo("slope");
        assertThat(settings.everyMillis()).isEqualTo(10_000);
        assertThat(settings.tilt()).isEqualTo(TiltSettings.DEFAULT);
        assertThat(settings.snowMaking()).isEqualTo(SnowMaking.USUAL);
        SlopeSettings slope = settings.slope().orElseThrow();
        assertThat(slope.memory()).isEqualTo(GridMemory.DEFAULT);
        assertThat(slope.track()).isEqualTo(TrackSettings.DEFAULT);
        assertThat(slope.push()).isEqualTo(PushSettings.DEFAULT);
        assertThat(slope.moves()).isEqualTo(MoveSettings.DEFAULT);
        assertThat(slope.design().layout().cellMetres()).isEqualTo(5);
        assertThat(slope.design().target(0)).isEqualTo(0.5);
    }

    @Test
    void readsEveryKey() {
        SnowSettings settings = SyntheticRun.settings("""
                {"about": "run-7", "every": "30s",
                 "places": [{"id": "valley", "depth": "mast/snow-height", "target": 0.6, "tolerance": 0.2, "max-age": "5m"}],
                 "snow-making": {"start": -3, "good": -8},
                 "grid": {"latitude": 46, "longitude": 11, "bearing": 30, "cell": 4, "rows": 4, "columns": 5, "target": 0.7,
                   "zones": [{"from-row": 1, "to-row": 2, "from-column": 3, "target": 0.9}],
                   "obstacles": [{"from-row": 0, "from-column": 4}], "readings": 7, "pass": "1m", "forget": "2h"},
                 "groomer": {"id": "pb-600", "position": "gps", "depth": "sonar/snow-depth", "tilt": "imu", "gap": "2s",
                   "worst-error": 3, "forward": -4.5, "right": 0.5},
                 "tilt": {"pitch": {"caution": 20, "limit": 30}, "hysteresis": 1, "hold": "1s", "max-age": "5s"},
                 "plan": {"every": "2m", "tolerance": 0.05, "uphill-factor": 2, "uphill": 300, "moves": 3, "blade": 8,
                   "moved": 20}}
                """);

        assertThat(settings.places())
                .containsExactly(
                        new PlaceSettings("valley", Map.of(PlaceInput.DEPTH, "mast/snow-height"), 0.6, 0.2, 300_000));
        assertThat(settings.snowMaking()).isEqualTo(new SnowMaking(-3, -8));
        assertThat(settings.groomer().orElseThrow().id()).isEqualTo("pb-600");
        assertThat(settings.tilt().pitch()).isEqualTo(new TiltSettings.Thresholds(20, 30));
        assertThat(settings.tilt().roll()).isEqualTo(TiltSettings.DEFAULT.roll());
        SlopeSettings slope = settings.slope().orElseThrow();
        assertThat(slope.memory()).isEqualTo(new GridMemory(7, 60_000, 7_200_000));
        assertThat(slope.track()).isEqualTo(new TrackSettings(2000, 3, -4.5, 0.5));
        assertThat(slope.push()).isEqualTo(new PushSettings(0.05, 2, OptionalDouble.of(300)));
        assertThat(slope.moves()).isEqualTo(new MoveSettings(3, 8));
        assertThat(slope.planEveryMillis()).isEqualTo(120_000);
        assertThat(slope.movedMetres()).isEqualTo(20);
        assertThat(slope.design().target(8)).isEqualTo(0.9);
        assertThat(slope.design().target(9)).isEqualTo(0.7);
        assertThat(slope.design().isBlocked(4)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {} | places: is empty, and there is no groomer
            {"places": [{"id": "a"}]} | places[0].depth: is missing, and so is every other series
            {"places": [{"id": "a", "depth": "m/snow-height"}]} | places[0].target: is missing
            {"places": [{"id": "a", "depth": "m/air-temperature", "target": 1}]} | places[0].depth: "m/air-temperature": is in Cel, not in m
            {"groomer": {"position": "gps", "depth": "m/pitch"}, %GRID} | groomer.depth: "m/pitch": is in deg, not in m
            {"places": [{"id": "a", "depth": "a/snow-depth", "target": 1}]} | would be fed by what this program itself says
            {"places": [{"id": "a", "wet-bulb": "m/x"}, {"id": "a", "wet-bulb": "m/x"}]} | places[1].id: "a": is there twice
            {"places": [{"id": "a", "wet-bulb": "m/x"}], "snow-making": {"good": -1}} | snow-making.good: "-1": is above
            {"groomer": {"tilt": "imu"}, "tilt": {"roll": {"caution": 30}}} | tilt.roll.caution: "30": is not below the limit, 20
            {"groomer": {"tilt": "imu"}, "tilt": {"roll": {"limit": 91}}} | tilt.roll.limit: "91": is out of range
            {"groomer": {"id": "x"}} | groomer: "{…}": has neither depth nor tilt
            {"groomer": {"depth": "s/snow-depth"}} | groomer: "{…}": has a depth without a position or a grid
            {"groomer": {"tilt": "imu"}, "plan": {}} | plan: "{…}": plans on no grid
            {"groomer": {"tilt": "imu"}, %GRID} | grid: "{…}": is fed by no groomer
            {%GROOMER, %GRID, "plan": {"uphill-factor": 2}} | plan.uphill: is missing beside an uphill-factor
            {%GROOMER, %GRID, "plan": {"moves": 2.5}} | plan.moves: "2.5": is no whole number
            {%GROOMER, "grid": {"latitude": 46, "longitude": 11, "bearing": 0, "rows": 1000, "columns": 1000}} | make 1000000 cells
            {%GROOMER, "grid": {"latitude": 46, "longitude": 11, "bearing": 0, "rows": 2, "columns": 2, "obstacles": [{"from-row": 2, "from-column": 0}]}} | grid.obstacles[0].from-row: "2": and to-row are no rows of the grid; give 0 to 1
            {%GROOMER, "grid": {"latitude": 46, "longitude": 11, "bearing": 0, "rows": 2, "columns": 2, "zones": [{"from-row": 0, "from-column": 1, "to-column": 0}]}} | grid.zones[0].target: is missing
            {%GROOMER, %GRID, "about": "run 7"} | about: "run 7": cannot be an id
            """)
    void tellsWhatIsWrong(String json, String problem) {
        String whole = json.replace("%GRID", GRID).replace("%GROOMER", GROOMER);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SyntheticRun.settings(whole))
                .withMessageContaining(problem);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() ->
                        SyntheticRun.settings("{\"places\": [{\"id\": \"a\"}], \"tilt\": {\"rol\": {}}, \"every\": 5}"))
                .satisfies(e -> assertThat(e.problems()).hasSize(3));
    }
}
