package dev.firn.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Values in order of size, each standing for one or more, for their percentiles: as long as nothing is added to where they
 * come from.
 */
final class Ranking {

    private static final long[] NO_WEIGHTS = {};

    /** Of no values: every percentile of it is NaN. */
    static final Ranking EMPTY = of(new double[0], 0);

    private final double[] ranked;
    private final int size;
    // Of each value, how many there are up to and with it.
    private final long[] cumulated;

    /** A value that stands for so many. */
    record Weighted(double value, long weight) {}

    private Ranking(double[] ranked, int size, long[] cumulated) {
        this.ranked = ranked;
        this.size = size;
        this.cumulated = cumulated;
    }

    /** Of the first values of an array, which have to be sorted; each stands for itself. */
    static Ranking of(double[] ranked, int size) {
        return new Ranking(ranked, size, NO_WEIGHTS);
    }

    static Ranking of(List<Weighted> values) {
        List<Weighted> sorted = values.stream()
                .sorted(Comparator.comparingDouble(Weighted::value))
                .toList();
        long[] cumulated = sorted.stream().mapToLong(Weighted::weight).toArray();
        for (int place = 1; place < cumulated.length; place++) {
            cumulated[place] += cumulated[place - 1];
        }
        return new Ranking(sorted.stream().mapToDouble(Weighted::value).toArray(), cumulated.length, cumulated);
    }

    /**
     * The percentile by linear interpolation between the closest ranks: type 7 of Hyndman and Fan 1996, "Sample
     * Quantiles in Statistical Packages", which R, NumPy and spreadsheets use. NaN of no values.
     *
     * @param share from 0 to 1
     */
    double percentile(double share) {
        long highest = count() - 1;
        if (highest < 0) {
            return Double.NaN;
        }
        double rank = share * highest;
        long below = (long) rank;
        double lower = at(below);
        return lower + (rank - below) * (at(Math.min(below + 1, highest)) - lower);
    }

    private long count() {
        return cumulated.length == 0 ? size : cumulated[size - 1];
    }

    private double at(long rank) {
        if (cumulated.length == 0) {
            return ranked[(int) rank];
        }
        int place = Arrays.binarySearch(cumulated, rank + 1);
        return ranked[place >= 0 ? place : -place - 1];
    }
}
