package dev.firn.pipeline;

import dev.firn.derived.DerivedSettings;
import dev.firn.quality.DefaultRules;
import dev.firn.quality.SeriesRules;
import dev.firn.telemetry.SeriesId;
import dev.firn.window.WindowLength;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How readings are judged, filtered and summed up, and what is calculated from them.
 *
 * @param windows how series are summed up that have no windows of their own; at least one
 * @param latenessMillis how long after its end a window waits for readings of its time, in event time; 0 or above
 * @param judging how far readings are judged
 * @param series what the user asks of single series, by {@code sensor/quantity}
 * @param derived series that are calculated from others
 */
public record PipelineSettings(
        List<WindowLength> windows,
        long latenessMillis,
        Judging judging,
        Map<String, SeriesSettings> series,
        List<DerivedSettings> derived) {

    /** How far readings are judged. */
    public enum Judging {
        /** By the rules that are named, and where none are by those of the quantity. */
        BY_DEFAULT,
        /** By the plausible range of the quantity and the rules that are named. */
        AS_NAMED,
        /** Not at all: readings keep the flag they come with. */
        OFF
    }

    /** Checks the windows and the names of series, and copies the collections. */
    public PipelineSettings {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("no window: want one at least");
        }
        if (latenessMillis < 0) {
            throw new IllegalArgumentException("allowed lateness of " + latenessMillis + " ms: want 0 or more");
        }
        series = Map.copyOf(series);
        series.keySet().forEach(PipelineSettings::checkSeriesName);
        derived = List.copyOf(derived);
    }

    /** Everything as it is by default, in tumbling windows of this length. */
    public static PipelineSettings inWindowsOf(long millis) {
        return new PipelineSettings(List.of(WindowLength.tumbling(millis)), 0, Judging.BY_DEFAULT, Map.of(), List.of());
    }

    /** The same but for what is asked of single series. */
    public PipelineSettings with(Map<String, SeriesSettings> ofSeries) {
        return new PipelineSettings(windows, latenessMillis, judging, ofSeries, derived);
    }

    /** The same but for how far readings are judged. */
    public PipelineSettings with(Judging how) {
        return new PipelineSettings(windows, latenessMillis, how, series, derived);
    }

    /** What the user asks of this series. */
    public SeriesSettings of(SeriesId id) {
        return series.getOrDefault(id.toString(), SeriesSettings.DEFAULT);
    }

    /** How this series is judged. */
    public SeriesRules rulesOf(SeriesId id) {
        return of(id).rules()
                .orElseGet(() ->
                        judging == Judging.BY_DEFAULT ? DefaultRules.of(id.sensor(), id.quantity()) : SeriesRules.NONE);
    }

    /** How this series is summed up. */
    public List<WindowLength> windowsOf(SeriesId id) {
        List<WindowLength> own = of(id).windows();
        return own.isEmpty() ? windows : own;
    }

    /** The greatest stretch of time whose multiples are the ends of all windows, milliseconds. */
    public long tickMillis() {
        return Stream.concat(
                        windows.stream(), series.values().stream().flatMap(settings -> settings.windows().stream()))
                .flatMapToLong(window -> LongStream.of(window.everyMillis()))
                .reduce(0, PipelineSettings::greatestCommonDivisor);
    }

    private static long greatestCommonDivisor(long first, long second) {
        return second == 0 ? first : greatestCommonDivisor(second, first % second);
    }

    private static void checkSeriesName(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 2 || !SeriesId.isSensorId(parts[0]) || parts[1].isBlank()) {
            throw new IllegalArgumentException(
                    "rules of series \"" + name + "\": want sensor/quantity, such as air/air-temperature");
        }
    }
}
