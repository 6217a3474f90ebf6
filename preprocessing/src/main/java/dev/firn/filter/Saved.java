package dev.firn.filter;

import dev.firn.state.StateException;

/** What saved values must be. */
final class Saved {

    private Saved() {}

    static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new StateException("saved value " + value + " is not finite");
        }
        return value;
    }

    static void requireAtMost(int capacity, int count) {
        if (count > capacity) {
            throw new StateException(count + " saved values for a window of " + capacity);
        }
    }
}
