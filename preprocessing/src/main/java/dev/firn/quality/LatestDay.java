package dev.firn.quality;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/**
 * Mean, extremes and variance of the latest 24 hours, to the hour: of each hour its sums are kept. The hour that is
 * running counts. For one thread.
 */
final class LatestDay implements Stateful {

    private static final int HOURS = 24;
    private static final long HOUR_MILLIS = 3_600_000;

    private final long[] hours = new long[HOURS];
    private final double[] counts = new double[HOURS];
    private final double[] sums = new double[HOURS];
    private final double[] squares = new double[HOURS];
    private final double[] least = new double[HOURS];
    private final double[] greatest = new double[HOURS];
    private long latestHour = Long.MIN_VALUE;

    void add(long timeMillis, double value) {
        long hour = Math.floorDiv(timeMillis, HOUR_MILLIS);
        int place = Math.floorMod(hour, HOURS);
        if (hours[place] != hour || counts[place] == 0) {
            begin(place, hour);
        }
        latestHour = Math.max(latestHour, hour);
        counts[place]++;
        sums[place] += value;
        squares[place] += value * value;
        least[place] = Math.min(least[place], value);
        greatest[place] = Math.max(greatest[place], value);
    }

    private void begin(int place, long hour) {
        hours[place] = hour;
        counts[place] = 0;
        sums[place] = 0;
        squares[place] = 0;
        least[place] = Double.POSITIVE_INFINITY;
        greatest[place] = Double.NEGATIVE_INFINITY;
    }

    /** Whether at least half of the hours have a value. */
    boolean isCovered() {
        int covered = 0;
        for (int place = 0; place < HOURS; place++) {
            covered += isRecent(place) ? 1 : 0;
        }
        return 2 * covered >= HOURS;
    }

    double mean() {
        return total(sums) / total(counts);
    }

    /** Of all values, in the square of their unit. */
    double variance() {
        double mean = mean();
        return Math.max(0, total(squares) / total(counts) - mean * mean);
    }

    double min() {
        double min = Double.POSITIVE_INFINITY;
        for (int place = 0; place < HOURS; place++) {
            min = isRecent(place) ? Math.min(min, least[place]) : min;
        }
        return min;
    }

    double max() {
        double max = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < HOURS; place++) {
            max = isRecent(place) ? Math.max(max, greatest[place]) : max;
        }
        return max;
    }

    private double total(double[] figures) {
        double total = 0;
        for (int place = 0; place < HOURS; place++) {
            total += isRecent(place) ? figures[place] : 0;
        }
        return total;
    }

    private boolean isRecent(int place) {
        return counts[place] > 0 && latestHour - hours[place] < HOURS;
    }

    @Override
    public void save(StateWriter state) {
        state.put(latestHour);
        for (int place = 0; place < HOURS; place++) {
            state.put(hours[place]);
        }
        for (double[] figures : new double[][] {counts, sums, squares, least, greatest}) {
            state.put(figures, HOURS);
        }
    }

    @Override
    public void restore(StateReader state) {
        latestHour = state.getLong();
        for (int place = 0; place < HOURS; place++) {
            hours[place] = state.getLong();
        }
        for (double[] figures : new double[][] {counts, sums, squares, least, greatest}) {
            double[] saved = state.getDoubles();
            if (saved.length != HOURS) {
                throw new StateException(saved.length + " hours of a day");
            }
            System.arraycopy(saved, 0, figures, 0, HOURS);
        }
    }
}
