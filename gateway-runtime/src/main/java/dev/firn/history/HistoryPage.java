package dev.firn.history;

import java.util.List;

/**
 * An answer of the history.
 *
 * @param summaries by the end of their windows, then by their length
 * @param more whether there are later ones: ask again from the end of the last one
 */
public record HistoryPage(List<PastSummary> summaries, boolean more) {

    /** Copies the list. */
    public HistoryPage {
        summaries = List.copyOf(summaries);
    }
}
