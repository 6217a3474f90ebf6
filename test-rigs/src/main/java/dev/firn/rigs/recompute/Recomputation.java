package dev.firn.rigs.recompute;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes summaries from recorded values with none of the gateway's code. Windows are aligned to multiples of their
 * length in UTC and hold values from their start inclusive to their end exclusive; a window without values has no
 * summary.
 */
public final class Recomputation {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final long windowMillis;

    /** One with windows of a length. */
    public Recomputation(Duration window) {
        windowMillis = window.toMillis();
    }

    /** The summaries of everything that a sensor recorded, by series and window. */
    public List<ExpectedSummary> summaries(String sensor, Recorded recorded) {
        return recorded.series().stream()
                .flatMap(series -> windows(sensor, series))
                .toList();
    }

    private Stream<ExpectedSummary> windows(String sensor, Series series) {
        Map<Long, List<Sample>> byWindow = series.samples().stream()
                .collect(Collectors.groupingBy(
                        sample -> Math.floorDiv(sample.timeMillis(), windowMillis), TreeMap::new, Collectors.toList()));
        return byWindow.entrySet().stream()
                .map(window -> summary(sensor, series, window.getKey() * windowMillis, window.getValue()));
    }

    private ExpectedSummary summary(String sensor, Series series, long fromMillis, List<Sample> samples) {
        List<Sample> byTime = samples.stream()
                .filter(sample -> sample.value().isPresent())
                .sorted(Comparator.comparingLong(Sample::timeMillis))
                .toList();
        List<BigDecimal> values =
                byTime.stream().flatMap(sample -> sample.value().stream()).toList();
        return new ExpectedSummary(
                sensor + "/" + series.quantity(),
                fromMillis,
                fromMillis + windowMillis,
                series.unit(),
                series.kind(),
                samples.size(),
                samples.size() - values.size(),
                statistics(series.kind(), values, windowMillis));
    }

    private static Map<String, OptionalDouble> statistics(Kind kind, List<BigDecimal> values, long windowMillis) {
        Map<String, OptionalDouble> statistics = new TreeMap<>();
        statistics.put("last", values.isEmpty() ? OptionalDouble.empty() : last(values));
        switch (kind) {
            case LEVEL -> putLevels(statistics, new Levels(values));
            case DIRECTION -> putDirections(statistics, values);
            case AMOUNT -> {
                putLevels(statistics, new Levels(values));
                OptionalDouble sum = new Levels(values).sum();
                statistics.put("sum", sum);
                statistics.put(
                        "per-hour",
                        sum.isEmpty() ? sum : OptionalDouble.of(sum.getAsDouble() * MILLIS_PER_HOUR / windowMillis));
            }
        }
        return statistics;
    }

    private static void putLevels(Map<String, OptionalDouble> statistics, Levels levels) {
        statistics.put("mean", levels.mean());
        statistics.put("min", levels.min());
        statistics.put("max", levels.max());
        statistics.put("stddev", levels.deviation());
        statistics.put("p50", levels.percentile(0.5));
        statistics.put("p95", levels.percentile(0.95));
    }

    private static void putDirections(Map<String, OptionalDouble> statistics, List<BigDecimal> values) {
        Directions directions = new Directions(
                values.stream().mapToDouble(BigDecimal::doubleValue).toArray());
        statistics.put("mean", directions.mean());
        statistics.put("stddev", values.size() < 2 ? OptionalDouble.empty() : directions.deviation());
    }

    private static OptionalDouble last(List<BigDecimal> values) {
        return OptionalDouble.of(values.getLast().doubleValue());
    }
}
