package dev.firn.pipeline;

import dev.firn.quality.SeriesRules;
import dev.firn.telemetry.SeriesId;
import java.util.Map;

/**
 * How readings are judged and summed up.
 *
 * @param windowMillis length of a window, milliseconds, at least {@value #MIN_WINDOW_MILLIS}
 * @param judging whether readings are tested at all; if not, they keep the flag they come with
 * @param rules what the user asks of single series, by {@code sensor/quantity}; a series that is not named is tested
 *     for the plausible range of its quantity
 */
public record PipelineSettings(long windowMillis, boolean judging, Map<String, SeriesRules> rules) {

    /** Shortest window, milliseconds: summaries are to be fewer than readings. */
    public static final long MIN_WINDOW_MILLIS = 1000;

    /** Checks the length and the names of series, and copies the rules. */
    public PipelineSettings {
        if (windowMillis < MIN_WINDOW_MILLIS) {
            throw new IllegalArgumentException(
                    "window of " + windowMillis + " ms: want at least " + MIN_WINDOW_MILLIS + " ms");
        }
        rules = Map.copyOf(rules);
        rules.keySet().forEach(PipelineSettings::checkSeriesName);
    }

    /** What the user asks of this series. */
    public SeriesRules rulesOf(SeriesId series) {
        return rules.getOrDefault(series.toString(), SeriesRules.NONE);
    }

    private static void checkSeriesName(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 2 || !SeriesId.isSensorId(parts[0]) || parts[1].isBlank()) {
            throw new IllegalArgumentException(
                    "rules of series \"" + name + "\": want sensor/quantity, such as air/air-temperature");
        }
    }
}
