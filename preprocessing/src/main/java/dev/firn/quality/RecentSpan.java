package dev.firn.quality;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;

/**
 * How far apart the values of the latest stretch of time lie, once the stretch is full. It is full when the next value
 * before the first one would lie outside of it, that is, with {@code floor(length / interval) + 1} values at a steady
 * interval, as the reference code of QARTOD counts (ioos_qc). For one thread.
 */
final class RecentSpan implements Stateful {

    private final long lengthMillis;
    private final Extremes greatest = new Extremes();
    // Of the negative values.
    private final Extremes least = new Extremes();

    private boolean begun;
    private long beginMillis;
    private long latestMillis;
    private long intervalMillis;

    RecentSpan(long lengthMillis) {
        this.lengthMillis = lengthMillis;
    }

    /** Takes a value; one that is older than the latest is left out. */
    void add(long timeMillis, double value) {
        if (begun && timeMillis < latestMillis) {
            return;
        }
        if (!begun) {
            begun = true;
            beginMillis = timeMillis;
        } else {
            intervalMillis = timeMillis - latestMillis;
        }
        latestMillis = timeMillis;
        greatest.add(timeMillis, value);
        least.add(timeMillis, -value);
        greatest.forgetBefore(timeMillis - lengthMillis);
        least.forgetBefore(timeMillis - lengthMillis);
    }

    /** Whether the stretch is full, of three values at least: two that are the same say nothing. */
    boolean isFull() {
        return begun
                && 2 * intervalMillis <= lengthMillis
                && latestMillis - beginMillis + intervalMillis > lengthMillis;
    }

    /** The greatest value less the least. */
    double span() {
        return greatest.greatest() + least.greatest();
    }

    @Override
    public void save(StateWriter state) {
        state.put(begun).put(beginMillis).put(latestMillis).put(intervalMillis);
        greatest.save(state);
        least.save(state);
    }

    @Override
    public void restore(StateReader state) {
        begun = state.getBoolean();
        beginMillis = state.getLong();
        latestMillis = state.getLong();
        intervalMillis = state.getLong(0, Long.MAX_VALUE);
        greatest.restore(state);
        least.restore(state);
    }
}
