package dev.firn.rigs.demo;

import dev.firn.rigs.ledger.Published;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The latest of each series, kept as messages arrive. Any thread. */
final class Board {

    private final SortedMap<String, Row> rows = new ConcurrentSkipListMap<>();
    private final AtomicLong latestMillis = new AtomicLong(Long.MIN_VALUE);

    /**
     * The latest of a series.
     *
     * @param series {@code sensor/quantity}
     * @param unit its unit
     * @param latest last value of the latest window
     * @param mean its mean
     * @param flag its worst flag
     * @param sent summaries that have come
     * @param untilMillis end of the latest window
     */
    record Row(
            String series,
            String unit,
            OptionalDouble latest,
            OptionalDouble mean,
            int flag,
            long sent,
            long untilMillis) {

        /** The flag's name. */
        String flagWord() {
            return switch (flag) {
                case 1 -> "good";
                case 2 -> "not evaluated";
                case 3 -> "suspect";
                case 4 -> "fail";
                case 9 -> "missing";
                default -> "flag " + flag;
            };
        }
    }

    /** Takes what arrived. */
    void accept(Published published) {
        switch (published) {
            case PublishedSummary summary -> accept(summary);
            case PublishedEvent event -> {
                // Events are in the report.
            }
        }
    }

    private void accept(PublishedSummary summary) {
        rows.merge(summary.series(), row(summary), Board::later);
        latestMillis.accumulateAndGet(summary.toMillis(), Math::max);
    }

    /** The latest of all series, by name. */
    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** Summaries that have come. */
    long sent() {
        return rows().stream().mapToLong(Row::sent).sum();
    }

    /** End of the latest window; the least of all numbers before the first. */
    long latestMillis() {
        return latestMillis.get();
    }

    private static Row row(PublishedSummary summary) {
        return new Row(
                summary.series(),
                summary.unit(),
                summary.statistic("last"),
                summary.statistic("mean"),
                summary.flag(),
                1,
                summary.toMillis());
    }

    private static Row later(Row before, Row after) {
        return new Row(
                after.series(),
                after.unit(),
                after.latest(),
                after.mean(),
                after.flag(),
                before.sent() + 1,
                after.untilMillis());
    }
}
