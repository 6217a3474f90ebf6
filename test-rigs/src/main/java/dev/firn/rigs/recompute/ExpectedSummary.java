package dev.firn.rigs.recompute;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one window of one series must come to, where nobody judges the readings.
 *
 * @param series {@code sensor/quantity}
 * @param fromMillis start of the window, milliseconds since 1970-01-01T00:00Z
 * @param toMillis its end, exclusive
 * @param unit unit of the statistics
 * @param kind how the quantity is summarised
 * @param count readings that came
 * @param missing of these, missing ones
 * @param statistics by name, as in the payload; empty where there is no value
 */
public record ExpectedSummary(
        String series,
        long fromMillis,
        long toMillis,
        String unit,
        Kind kind,
        long count,
        long missing,
        Map<String, OptionalDouble> statistics) {

    /** Copies the statistics. */
    public ExpectedSummary {
        statistics = Map.copyOf(statistics);
    }

    /** Readings that are good where nobody judges: all that are not missing. */
    public long good() {
        return count - missing;
    }

    /** A statistic by its name. */
    public OptionalDouble statistic(String name) {
        return statistics.getOrDefault(name, OptionalDouble.empty());
    }
}
