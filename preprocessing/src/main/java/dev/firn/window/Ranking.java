package dev.firn.window;

/** Values in order of size, for their percentiles. Immutable. */
final class Ranking {

    /** Of no values: every percentile of it is NaN. */
    static final Ranking EMPTY = new Ranking(new double[0]);

    private final double[] ranked;

    /** Takes over the array, which has to be sorted. */
    Ranking(double[] ranked) {
        this.ranked = ranked;
    }

    /**
     * The percentile by linear interpolation between the closest ranks: type 7 of Hyndman and Fan 1996, "Sample
     * Quantiles in Statistical Packages", which R, NumPy and spreadsheets use. NaN of no values.
     *
     * @param share from 0 to 1
     */
    double percentile(double share) {
        int highest = ranked.length - 1;
        if (highest < 0) {
            return Double.NaN;
        }
        double rank = share * highest;
        int below = (int) rank;
        int above = Math.min(below + 1, highest);
        return ranked[below] + (rank - below) * (ranked[above] - ranked[below]);
    }
}
