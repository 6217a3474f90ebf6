package dev.firn.preprocessor.snow.grid;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import java.util.Arrays;

/**
 * The last few depths of one cell. Its depth is their median, so that one false echo changes nothing; but a pass of the
 * groomer moves the snow, so only those of the newest pass count. For one thread.
 */
final class RecentDepths implements Stateful {

    private final double[] depths;
    private final long[] times;
    private int count;
    private int next;
    private long readings;

    /** Remembers so many. */
    RecentDepths(int length) {
        depths = new double[length];
        times = new long[length];
    }

    void add(long timeMillis, double depth) {
        depths[next] = depth;
        times[next] = timeMillis;
        next = (next + 1) % depths.length;
        count = Math.min(count + 1, depths.length);
        readings++;
    }

    /** The median of those that are at most so much older than the newest; NaN if there is none. */
    double median(long passMillis) {
        long oldest = newestMillis() - passMillis;
        double[] counted = new double[count];
        int size = 0;
        for (int place = 0; place < count; place++) {
            if (times[place] >= oldest) {
                counted[size++] = depths[place];
            }
        }
        Arrays.sort(counted, 0, size);
        return size == 0 ? Double.NaN : (counted[(size - 1) / 2] + counted[size / 2]) / 2;
    }

    /** The time of the newest; {@link Long#MIN_VALUE} / 2 if there is none, so that any age can be taken of it. */
    long newestMillis() {
        return Arrays.stream(times, 0, count).max().orElse(Long.MIN_VALUE / 2);
    }

    /** How many came ever. */
    long readings() {
        return readings;
    }

    @Override
    public void save(StateWriter state) {
        state.put(readings).put(next).put(depths, count);
        Arrays.stream(times, 0, count).forEach(state::put);
    }

    @Override
    public void restore(StateReader state) {
        readings = state.getLong(0, Long.MAX_VALUE);
        next = state.getInt(0, depths.length - 1);
        double[] saved = state.getDoubles();
        if (saved.length > depths.length) {
            throw new StateException(saved.length + " depths where " + depths.length + " are kept");
        }
        count = saved.length;
        System.arraycopy(saved, 0, depths, 0, count);
        for (int place = 0; place < count; place++) {
            times[place] = state.getLong();
        }
    }
}
