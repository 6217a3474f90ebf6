package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/**
 * The last values of a series in order of size, for their median and the median of their distances from it. Kept sorted
 * by insertion: for the few values that filters look at, nothing is faster. For one thread.
 */
final class SortedWindow implements Stateful {

    private static final double HALF = 0.5;

    private final double[] arrivals;
    private final double[] sorted;
    private int size;
    // Place in arrivals where the next value goes: once it is full, that of the oldest.
    private int next;

    /** An empty window for this many values. */
    SortedWindow(int capacity) {
        arrivals = new double[capacity];
        sorted = new double[capacity];
    }

    /** Takes the value in; the oldest one leaves if the window is full. */
    void add(double value) {
        // Both zeros are equal, and which of them stays behind must not depend on the way the window came about.
        double added = value + 0.0;
        int gap = size < arrivals.length ? size++ : placeOf(arrivals[next]);
        arrivals[next] = added;
        next = next + 1 == arrivals.length ? 0 : next + 1;
        insert(added, gap);
    }

    private int placeOf(double value) {
        int place = 0;
        while (sorted[place] != value) {
            place++;
        }
        return place;
    }

    // Moves the gap to where the value belongs.
    private void insert(double value, int gap) {
        int place = gap;
        while (place > 0 && sorted[place - 1] > value) {
            sorted[place] = sorted[place - 1];
            place--;
        }
        while (place < size - 1 && sorted[place + 1] < value) {
            sorted[place] = sorted[place + 1];
            place++;
        }
        sorted[place] = value;
    }

    /** The middle value, or the mean of the middle two; there must be a value. */
    double median() {
        double upper = sorted[size / 2];
        return size % 2 == 1 ? upper : middle(sorted[size / 2 - 1], upper);
    }

    /** The median of the distances from this centre, which must be the {@link #median}. */
    double medianDistance(double centre) {
        int below = (size - 1) / 2;
        int above = below + 1;
        double previous = 0;
        double distance = 0;
        // From the centre outwards on both sides: distances come in order, and the middle one is half-way.
        for (int taken = 0; taken <= size / 2; taken++) {
            previous = distance;
            double down = below >= 0 ? centre - sorted[below] : Double.POSITIVE_INFINITY;
            double up = above < size ? sorted[above] - centre : Double.POSITIVE_INFINITY;
            if (down <= up) {
                distance = down;
                below--;
            } else {
                distance = up;
                above++;
            }
        }
        return size % 2 == 1 ? distance : middle(previous, distance);
    }

    // Halves first, as the sum of two great numbers is none; two tiny ones must not leave what lies between.
    private static double middle(double lower, double upper) {
        return Math.clamp(HALF * lower + HALF * upper, lower, upper);
    }

    @Override
    public void save(StateWriter state) {
        double[] inOrder = new double[size];
        for (int place = 0; place < size; place++) {
            inOrder[place] = arrivals[(next + arrivals.length - size + place) % arrivals.length];
        }
        state.put(inOrder, size);
    }

    @Override
    public void restore(StateReader state) {
        double[] saved = state.getDoubles();
        Saved.requireAtMost(arrivals.length, saved.length);
        size = 0;
        next = 0;
        for (double value : saved) {
            add(Saved.finite(value));
        }
    }
}
