package dev.firn.window;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values of a window, for its percentiles: all of them up to {@link #EXACT}, which makes the percentiles exact; beyond
 * that a hierarchy of compactors. When a level is full it is sorted, and every second value moves up a level, where it
 * stands for twice as many. Munro and Paterson 1980, "Selection and Sorting with Limited Storage"; Manku, Rajagopalan and
 * Lindsay 1998, "Approximate Medians and other Quantiles in One Pass and with Limited Memory". Whether the odd or the even
 * ones move alternates, in the place of the chance of Karnin, Lang and Liberty 2016, so that the same values give the same
 * percentiles.
 *
 * <p>Error: a compaction at a level where each value stands for {@code w} misplaces a rank by {@code w} at most, and there
 * are {@code n / (capacity · w)} of them, so the rank of a percentile among {@code n} values is wrong by at most
 * {@link #rankErrorBound} of {@code n}: 0.27 % for a day of one value per second, 0.52 % for a month.
 *
 * <p>For one thread.
 */
final class QuantileSketch implements Stateful {

    /** Values up to which nothing is left out: more than an hour of one per second. Even. */
    static final int EXACT = 4096;

    /** Room of the upper levels; even. */
    static final int UPPER = 2048;

    private static final int INITIAL_CAPACITY = 16;
    private static final int MOST_LEVELS = 52;

    private final List<Level> levels = new ArrayList<>(List.of(new Level(EXACT)));
    private long count;

    /** One level: values that each stand for 2 to the power of its number. */
    private static final class Level {
        private final int capacity;
        private double[] values = new double[INITIAL_CAPACITY];
        private int size;
        private boolean odd;

        Level(int capacity) {
            this.capacity = capacity;
        }

        boolean isFull() {
            return size == capacity;
        }

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.min(2 * size, capacity));
            }
            values[size++] = value;
        }
    }

    /**
     * Greatest error of a percentile's rank, as a share of the number of values.
     *
     * @param count how many values there were
     */
    static double rankErrorBound(long count) {
        double bound = 0;
        long capacity = EXACT;
        for (long weight = 1; count > capacity * weight; weight *= 2) {
            bound += 1.0 / capacity;
            capacity = UPPER;
        }
        return bound;
    }

    void add(double value) {
        Level lowest = levels.getFirst();
        if (lowest.isFull()) {
            compact(0);
        }
        lowest.add(value);
        count++;
    }

    private void compact(int number) {
        Level full = levels.get(number);
        if (number + 1 == levels.size()) {
            levels.add(new Level(UPPER));
        }
        Arrays.sort(full.values, 0, full.size);
        for (int place = full.odd ? 1 : 0; place < full.size; place += 2) {
            if (levels.get(number + 1).isFull()) {
                compact(number + 1);
            }
            levels.get(number + 1).add(full.values[place]);
        }
        full.odd = !full.odd;
        full.size = 0;
    }

    /** The values kept, in order of size; good until the next one is added. Their order of arrival does not matter. */
    Ranking ranking() {
        return levels.size() == 1 ? exactRanking() : weightedRanking();
    }

    private Ranking exactRanking() {
        Level only = levels.getFirst();
        Arrays.sort(only.values, 0, only.size);
        return Ranking.of(only.values, only.size);
    }

    private Ranking weightedRanking() {
        List<Ranking.Weighted> all = new ArrayList<>();
        long weight = 1;
        for (Level level : levels) {
            for (int place = 0; place < level.size; place++) {
                all.add(new Ranking.Weighted(level.values[place], weight));
            }
            weight *= 2;
        }
        return Ranking.of(all);
    }

    /** Forgets all values, and keeps the room that they had. */
    void clear() {
        levels.subList(1, levels.size()).clear();
        levels.getFirst().size = 0;
        levels.getFirst().odd = false;
        count = 0;
    }

    @Override
    public void save(StateWriter state) {
        state.put(count).put((long) levels.size());
        for (Level level : levels) {
            state.put(level.odd).put(level.values, level.size);
        }
    }

    @Override
    public void restore(StateReader state) {
        count = state.getLong(0, Long.MAX_VALUE);
        int number = state.getInt(1, MOST_LEVELS);
        levels.clear();
        for (int place = 0; place < number; place++) {
            levels.add(restoredLevel(place == 0 ? EXACT : UPPER, state));
        }
    }

    private static Level restoredLevel(int capacity, StateReader state) {
        Level level = new Level(capacity);
        level.odd = state.getBoolean();
        double[] values = state.getDoubles();
        if (values.length > capacity) {
            throw new StateException(values.length + " values where " + capacity + " have room");
        }
        level.values = Arrays.copyOf(values, Math.max(values.length, INITIAL_CAPACITY));
        level.size = values.length;
        return level;
    }
}
