package dev.firn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.quality.Range;
import dev.firn.quality.SeriesRules;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {

    private static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    private static final SeriesRules RULES = new SeriesRules(Optional.of(new Range(-45, 45)), Optional.empty());

    @ParameterizedTest
    @ValueSource(longs = {999, 0, -60_000})
    void rejectsWindowBelowASecond(long windowMillis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineSettings(windowMillis, true, Map.of()))
                .withMessage("window of " + windowMillis + " ms: want at least 1000 ms");
    }

    @Test
    void takesWindowOfASecond() {
        assertThatCode(() -> new PipelineSettings(1000, true, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "air", "/air-temperature", "air/", "a b/air-temperature", "air/air-temperature/x"})
    void rejectsRulesOfWhatIsNoSeries(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PipelineSettings(60_000, true, Map.of(name, RULES)))
                .withMessageStartingWith("rules of series \"" + name + "\"");
    }

    @Test
    void seriesThatIsNotNamedHasNoRules() {
        PipelineSettings settings = new PipelineSettings(60_000, true, Map.of("air/air-temperature", RULES));
        assertThat(settings.rulesOf(AIR)).isEqualTo(RULES);
        assertThat(settings.rulesOf(new SeriesId("air", Quantity.RELATIVE_HUMIDITY)))
                .isEqualTo(SeriesRules.NONE);
    }

    @Test
    void laterChangesOfTheMapDoNotReachIt() {
        Map<String, SeriesRules> rules = new HashMap<>();
        PipelineSettings settings = new PipelineSettings(60_000, true, rules);
        rules.put("air/air-temperature", RULES);
        assertThat(settings.rulesOf(AIR)).isEqualTo(SeriesRules.NONE);
    }
}
