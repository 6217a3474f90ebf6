package dev.firn.config;

import dev.firn.pipeline.PipelineSettings;
import dev.firn.quality.Range;
import dev.firn.quality.SeriesRules;
import dev.firn.quality.StepLimit;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The section {@code pipeline}: window, judgement, and what is asked of single series. */
final class PipelineReader {

    private static final Pattern QUANTITY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Duration DEFAULT_WINDOW = Duration.ofMinutes(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    private final List<String> sensorIds;
    private final Map<String, Integer> ruleLines = new HashMap<>();

    PipelineReader(List<String> sensorIds) {
        this.sensorIds = sensorIds;
    }

    PipelineSettings read(Section section) {
        Duration window = section.optional(
                "window",
                Values.durationBetween(Duration.ofMillis(PipelineSettings.MIN_WINDOW_MILLIS), LONGEST_WINDOW),
                DEFAULT_WINDOW);
        boolean judging = section.optional("quality", Values::onOff, true);
        Map<String, SeriesRules> rules = new LinkedHashMap<>();
        section.section("series").ifPresent(series -> series.keys().forEach(name -> readSeries(series, name, rules)));
        section.rejectUnknownKeys();
        return new PipelineSettings(window.toMillis(), judging, rules);
    }

    PipelineSettings defaults() {
        return new PipelineSettings(DEFAULT_WINDOW.toMillis(), true, Map.of());
    }

    /** Where each series with rules stands in the file. */
    Map<String, Integer> ruleLines() {
        return ruleLines;
    }

    private void readSeries(Section series, String name, Map<String, SeriesRules> rules) {
        Optional<Section> section = series.section(name);
        if (!isSeries(series, name) || section.isEmpty()) {
            return;
        }
        ruleLines.put(name, series.lineOf(name));
        rules.put(
                name, new SeriesRules(range(section.get()), section.get().optional("max-step", PipelineReader::step)));
        section.get().rejectUnknownKeys();
    }

    private boolean isSeries(Section series, String name) {
        int slash = name.indexOf('/');
        if (slash < 0 || !QUANTITY.matcher(name.substring(slash + 1)).matches()) {
            series.reject(name, "", "is no series", "write sensor/quantity, such as \"air/air-temperature\"");
            return false;
        }
        String sensor = name.substring(0, slash);
        if (!sensorIds.contains(sensor)) {
            String cure = Nearest.of(sensor, sensorIds)
                    .map(word -> "did you mean " + word + "?")
                    .orElse("name one of: " + String.join(", ", sensorIds));
            series.reject(name, "", "there is no sensor " + sensor, cure);
            return false;
        }
        return true;
    }

    private static Optional<Range> range(Section section) {
        Optional<double[]> ends = section.pair("range");
        if (ends.isPresent() && !(ends.get()[0] < ends.get()[1])) {
            section.reject("range", "", "its first number is not below its second", "write [least, greatest]");
            return Optional.empty();
        }
        return ends.map(pair -> new Range(pair[0], pair[1]));
    }

    private static StepLimit step(String text) throws BadValueException {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new BadValueException("is no greatest step", "give a change and a time, such as 3/1m");
        }
        double change = Values.number(text.substring(0, slash).strip());
        Duration time = Values.duration(text.substring(slash + 1).strip());
        if (change <= 0 || time.isZero()) {
            throw new BadValueException("is no greatest step", "give a change and a time above 0, such as 3/1m");
        }
        return new StepLimit(change, time.toMillis());
    }
}
