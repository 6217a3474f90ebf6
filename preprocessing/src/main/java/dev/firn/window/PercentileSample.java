package dev.firn.window;

import java.util.Arrays;

/**
 * The values of a window, for its percentiles: all of them up to {@link #CAPACITY}, which makes the percentiles exact;
 * beyond that every second of those kept is dropped, and from then on only every second, then fourth, eighth … value
 * in the order of arrival is taken. So 32 KiB hold a window of any length, and between {@code CAPACITY / 2} and
 * {@code CAPACITY} values, spread evenly over it, stand for all. A signal that repeats itself every 2, 4, 8 … readings
 * would be sampled at the same phase always; weather and people do not.
 *
 * <p>For one thread.
 */
final class PercentileSample {

    /** Values that are kept at most: more than an hour of one per second. */
    static final int CAPACITY = 4096;

    private static final int INITIAL_CAPACITY = 16;

    private double[] values = new double[INITIAL_CAPACITY];
    private int size;
    private long arrived;
    private long stride = 1;

    void add(double value) {
        // The stride is a power of two.
        if ((arrived++ & (stride - 1)) == 0) {
            keep(value);
        }
    }

    private void keep(double value) {
        if (size == CAPACITY) {
            thinOut();
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.min(2 * size, CAPACITY));
        }
        values[size++] = value;
    }

    // The value that makes the sample overflow is at an even place of the old stride, as CAPACITY is even, so it
    // continues the new one.
    private void thinOut() {
        size = CAPACITY / 2;
        for (int kept = 0; kept < size; kept++) {
            values[kept] = values[2 * kept];
        }
        stride *= 2;
    }

    /** The values kept, in order of size; later ones do not change it. */
    Ranking ranking() {
        double[] ranked = Arrays.copyOf(values, size);
        Arrays.sort(ranked);
        return new Ranking(ranked);
    }
}
