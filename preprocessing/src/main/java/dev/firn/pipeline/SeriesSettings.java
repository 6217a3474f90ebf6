package dev.firn.pipeline;

import dev.firn.filter.FilterSettings;
import dev.firn.quality.SeriesRules;
import dev.firn.window.WindowLength;
import java.util.List;
import java.util.Optional;

/**
 * What the user asks of one series.
 *
 * @param rules how it is judged; empty for what its quantity asks for
 * @param filters in their order
 * @param windows how it is summed up; empty for as all series are
 */
public record SeriesSettings(Optional<SeriesRules> rules, List<FilterSettings> filters, List<WindowLength> windows) {

    /** Nothing of its own. */
    public static final SeriesSettings DEFAULT = new SeriesSettings(Optional.empty(), List.of(), List.of());

    /** Copies the lists. */
    public SeriesSettings {
        filters = List.copyOf(filters);
        windows = List.copyOf(windows);
    }

    /** Judged by these rules. */
    public static SeriesSettings judgedBy(SeriesRules rules) {
        return new SeriesSettings(Optional.of(rules), List.of(), List.of());
    }

    /** Filtered by these. */
    public static SeriesSettings filteredBy(FilterSettings... filters) {
        return new SeriesSettings(Optional.empty(), List.of(filters), List.of());
    }
}
