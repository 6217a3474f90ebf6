package dev.firn.rigs.recompute;

import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * What a recorded file holds, read anew.
 *
 * @param series its series
 * @param rowBytes bytes of the rows that were used, with their line ends
 * @param damaged numbers of the lines, from 1, that are no rows; they count wherever they are in the file, since a
 *     damaged line has no time
 */
public record Recorded(List<Series> series, long rowBytes, List<Integer> damaged) {

    /** Copies the lists. */
    public Recorded {
        series = List.copyOf(series);
        damaged = List.copyOf(damaged);
    }

    /** Values in the file, those that say "no value" among them. */
    public long readings() {
        return series.stream().mapToLong(one -> one.samples().size()).sum();
    }

    /** Of these, those that say "no value". */
    public long missing() {
        return series.stream()
                .flatMap(one -> one.samples().stream())
                .filter(sample -> sample.value().isEmpty())
                .count();
    }

    /** Earliest and latest time. */
    public LongSummaryStatistics times() {
        return series.stream()
                .flatMap(one -> one.samples().stream())
                .mapToLong(Sample::timeMillis)
                .summaryStatistics();
    }
}
