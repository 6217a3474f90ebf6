package dev.firn.quality;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/**
 * The greatest of the values of the latest stretch of time: a queue in which each value is smaller than the one before it,
 * since a value that a later one exceeds can never be the greatest again. An addition costs constant time on average.
 * Bounded by the number of values in the stretch. For one thread.
 */
final class Extremes implements Stateful {

    private static final int INITIAL_CAPACITY = 8;

    // A ring, its capacity a power of two.
    private double[] values = new double[INITIAL_CAPACITY];
    private long[] times = new long[INITIAL_CAPACITY];
    private int head;
    private int size;

    void clear() {
        head = 0;
        size = 0;
    }

    /** Adds a value; {@code timeMillis} does not go back. */
    void add(long timeMillis, double value) {
        while (size > 0 && values[place(size - 1)] <= value) {
            size--;
        }
        if (size == values.length) {
            grow();
        }
        values[place(size)] = value;
        times[place(size)] = timeMillis;
        size++;
    }

    /** Forgets values before this time. */
    void forgetBefore(long timeMillis) {
        while (size > 0 && times[head] < timeMillis) {
            head = place(1);
            size--;
        }
    }

    /** The greatest value; there has to be one. */
    double greatest() {
        return values[head];
    }

    private int place(int offset) {
        return (head + offset) & (values.length - 1);
    }

    private void grow() {
        double[] moreValues = new double[2 * values.length];
        long[] moreTimes = new long[2 * values.length];
        for (int offset = 0; offset < size; offset++) {
            moreValues[offset] = values[place(offset)];
            moreTimes[offset] = times[place(offset)];
        }
        values = moreValues;
        times = moreTimes;
        head = 0;
    }

    @Override
    public void save(StateWriter state) {
        state.put((long) size);
        for (int offset = 0; offset < size; offset++) {
            state.put(times[place(offset)]).put(values[place(offset)]);
        }
    }

    @Override
    public void restore(StateReader state) {
        clear();
        int count = state.getInt(0, Integer.MAX_VALUE);
        for (int read = 0; read < count; read++) {
            long time = state.getLong();
            add(time, state.getDouble());
        }
        if (size != count) {
            throw new StateException(count + " values that are not in falling order");
        }
    }
}
