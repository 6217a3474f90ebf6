package dev.firn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.pipeline.PipelineSettings.Judging;
import dev.firn.quality.DefaultRules;
import dev.firn.quality.Range;
import dev.firn.quality.SeriesRules;
import dev.firn.quality.UserRange;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import dev.firn.window.WindowLength;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {

    private static final long MINUTE = 60_000;
    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    private static final SeriesRules RULES = SeriesRules.of(new UserRange(new Range(-45, 45)));
    private static final PipelineSettings SETTINGS = PipelineSettings.inWindowsOf(MINUTE);

    @Test
    void rejectsNoWindowAndNegativeLateness() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineSettings(List.of(), 0, Judging.OFF, Map.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineSettings(SETTINGS.windows(), -1, Judging.OFF, Map.of(), List.of()))
                .withMessageContaining("-1 ms");
    }

    @Test
    void takesWindowOfASecond() {
        assertThatCode(() -> PipelineSettings.inWindowsOf(1000)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "air", "/air-temperature", "air/", "a b/air-temperature", "air/air-temperature/x"})
    void rejectsRulesOfWhatIsNoSeries(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.with(Map.of(name, SeriesSettings.judgedBy(RULES))))
                .withMessageStartingWith("rules of series \"" + name + "\"");
    }

    @Test
    void seriesThatIsNotNamedIsJudgedByItsQuantity() {
        PipelineSettings settings = SETTINGS.with(Map.of("air/air-temperature", SeriesSettings.judgedBy(RULES)));
        assertThat(settings.rulesOf(AIR)).isEqualTo(RULES);
        assertThat(settings.rulesOf(new SeriesId("air", Quantity.RELATIVE_HUMIDITY)))
                .isEqualTo(DefaultRules.of("air", Quantity.RELATIVE_HUMIDITY))
                .isNotEqualTo(SeriesRules.NONE);
    }

    @Test
    void seriesThatIsNotNamedHasNoRulesIfOnlyNamedOnesCount() {
        assertThat(SETTINGS.with(Judging.AS_NAMED).rulesOf(AIR)).isEqualTo(SeriesRules.NONE);
    }

    @Test
    void laterChangesOfTheMapDoNotReachIt() {
        Map<String, SeriesSettings> series = new HashMap<>();
        PipelineSettings settings = SETTINGS.with(series);
        series.put("air/air-temperature", SeriesSettings.judgedBy(RULES));
        assertThat(settings.of(AIR)).isEqualTo(SeriesSettings.DEFAULT);
    }

    @Test
    void ticksAtTheEndsOfAllWindows() {
        PipelineSettings settings = new PipelineSettings(
                List.of(WindowLength.tumbling(10 * MINUTE)),
                0,
                Judging.OFF,
                Map.of(
                        "air/air-temperature",
                        new SeriesSettings(
                                Optional.empty(), List.of(), List.of(new WindowLength(12 * MINUTE, 4 * MINUTE)))),
                List.of());
        assertThat(settings.tickMillis()).isEqualTo(2 * MINUTE);
        assertThat(SETTINGS.tickMillis()).isEqualTo(MINUTE);
    }
}
