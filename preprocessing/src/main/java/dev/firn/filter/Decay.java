package dev.firn.filter;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/** How much the next value counts in an exponentially weighted mean: by the time since the last. For one thread. */
final class Decay implements Stateful {

    private final double tauMillis;
    private boolean started;
    private long latestMillis;

    Decay(long tauMillis) {
        this.tauMillis = tauMillis;
    }

    /** Weight of a value of this time, 0 to 1: 1 for the first, 0 for one that is not later than the last. */
    double weightAt(long timeMillis) {
        if (!started) {
            started = true;
            latestMillis = timeMillis;
            return 1;
        }
        if (timeMillis <= latestMillis) {
            return 0;
        }
        double elapsedMillis = (double) timeMillis - latestMillis;
        latestMillis = timeMillis;
        return -Math.expm1(-elapsedMillis / tauMillis);
    }

    @Override
    public void save(StateWriter state) {
        state.put(started).put(latestMillis);
    }

    @Override
    public void restore(StateReader state) {
        started = state.getBoolean();
        latestMillis = state.getLong();
    }
}
