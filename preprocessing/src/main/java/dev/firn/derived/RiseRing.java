package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import java.util.Arrays;

/** Rises of the snow height in the last steps, in room that does not grow. For one thread. */
final class RiseRing implements Stateful {

    private static final long NEVER = Long.MIN_VALUE;

    private final long[] numbers;
    private final double[] rises;
    private final boolean[] drifted;

    RiseRing(int steps) {
        numbers = new long[steps];
        rises = new double[steps];
        drifted = new boolean[steps];
        Arrays.fill(numbers, NEVER);
    }

    void add(long number, double rise, boolean drift) {
        int place = Math.floorMod(number, numbers.length);
        numbers[place] = number;
        rises[place] = rise;
        drifted[place] = drift;
    }

    double sum(long lastNumber) {
        double sum = 0;
        for (int place = 0; place < numbers.length; place++) {
            sum += isWithin(place, lastNumber) ? rises[place] : 0;
        }
        return sum;
    }

    boolean hasDrifted(long lastNumber) {
        for (int place = 0; place < numbers.length; place++) {
            if (drifted[place] && isWithin(place, lastNumber)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(int place, long lastNumber) {
        return numbers[place] != NEVER && numbers[place] <= lastNumber && lastNumber - numbers[place] < numbers.length;
    }

    // Most steps have no rise, so only those that have one are written.
    @Override
    public void save(StateWriter state) {
        state.put(Arrays.stream(numbers).filter(number -> number != NEVER).count());
        for (int place = 0; place < numbers.length; place++) {
            if (numbers[place] != NEVER) {
                state.put(numbers[place]).put(rises[place]).put(drifted[place]);
            }
        }
    }

    @Override
    public void restore(StateReader state) {
        Arrays.fill(numbers, NEVER);
        for (int left = state.getInt(0, numbers.length); left > 0; left--) {
            add(state.getLong(), state.getDouble(), state.getBoolean());
        }
    }
}
