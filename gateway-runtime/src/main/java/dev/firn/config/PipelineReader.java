package dev.firn.config;

import dev.firn.derived.DerivedSettings;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.pipeline.PipelineSettings.Judging;
import dev.firn.pipeline.SeriesSettings;
import dev.firn.quality.DefaultRules;
import dev.firn.quality.SeriesRules;
import dev.firn.telemetry.Quantity;
import dev.firn.window.WindowLength;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The section {@code pipeline}: windows, judgement, and what is asked of single series. */
final class PipelineReader {

    private static final Pattern QUANTITY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final List<WindowLength> DEFAULT_WINDOWS =
            List.of(WindowLength.tumbling(Duration.ofMinutes(1).toMillis()));
    private static final Duration MOST_LATENESS = Duration.ofHours(1);

    private final List<String> sensorIds;
    private final Predicate<String> namedByTopic;
    private final List<DerivedSettings> derived;
    private final List<SeriesMention> mentions = new ArrayList<>();

    /**
     * A reader.
     *
     * @param sensorIds of what measures and of what is calculated
     * @param namedByTopic whether a sensor of this id may be there besides
     * @param derived what is calculated
     */
    PipelineReader(List<String> sensorIds, Predicate<String> namedByTopic, List<DerivedSettings> derived) {
        this.sensorIds = sensorIds;
        this.namedByTopic = namedByTopic;
        this.derived = derived;
    }

    PipelineSettings read(Section section) {
        List<WindowLength> windows = WindowsReader.read(section, DEFAULT_WINDOWS);
        Duration lateness = section.optional(
                "allowed-lateness", Values.durationBetween(Duration.ZERO, MOST_LATENESS), Duration.ZERO);
        Judging judging = section.optional("quality", PipelineReader::judging, Judging.BY_DEFAULT);
        Map<String, SeriesSettings> settings = new LinkedHashMap<>();
        section.section("series")
                .ifPresent(series -> series.keys().forEach(name -> readSeries(series, name, judging, settings)));
        section.rejectUnknownKeys();
        return new PipelineSettings(windows, lateness.toMillis(), judging, settings, derived);
    }

    PipelineSettings defaults() {
        return new PipelineSettings(DEFAULT_WINDOWS, 0, Judging.BY_DEFAULT, Map.of(), derived);
    }

    /** Where in the file a series is named. */
    List<SeriesMention> mentions() {
        return mentions;
    }

    private static Judging judging(String text) throws BadValueException {
        if (text.equals("named")) {
            return Judging.AS_NAMED;
        }
        try {
            return Values.onOff(text) ? Judging.BY_DEFAULT : Judging.OFF;
        } catch (BadValueException e) {
            throw new BadValueException("is not one of the choices", "write on, named or off");
        }
    }

    private void readSeries(Section series, String name, Judging judging, Map<String, SeriesSettings> settings) {
        Optional<Section> section = series.section(name);
        if (!isSeries(series, name) || section.isEmpty()) {
            return;
        }
        mentions.add(new SeriesMention(name, series.lineOf(name), series.pathOf(name)));
        String sensor = name.substring(0, name.indexOf('/'));
        Quantity quantity = quantity(name.substring(name.indexOf('/') + 1));
        SeriesRules byDefault = judging == Judging.BY_DEFAULT ? DefaultRules.of(sensor, quantity) : SeriesRules.NONE;
        SeriesRules rules = RulesReader.read(section.get(), sensor, byDefault, mentions);
        settings.put(
                name,
                new SeriesSettings(
                        Optional.of(rules),
                        FiltersReader.read(section.get(), quantity),
                        WindowsReader.read(section.get(), List.of())));
        section.get().rejectUnknownKeys();
    }

    // Of a numbered one, or of a recording's own, no more is known than that it is a level.
    private static Quantity quantity(String name) {
        return Quantity.named(name).orElseGet(() -> Quantity.unknown(name, ""));
    }

    private boolean isSeries(Section series, String name) {
        int slash = name.indexOf('/');
        if (slash < 0 || !QUANTITY.matcher(name.substring(slash + 1)).matches()) {
            series.reject(name, "", "is no series", "write sensor/quantity, such as \"air/air-temperature\"");
            return false;
        }
        String sensor = name.substring(0, slash);
        if (!sensorIds.contains(sensor) && !namedByTopic.test(sensor)) {
            String cure = Nearest.of(sensor, sensorIds)
                    .map(word -> "did you mean " + word + "?")
                    .orElse("name one of: " + String.join(", ", sensorIds));
            series.reject(name, "", "there is no sensor " + sensor, cure);
            return false;
        }
        return true;
    }
}
