package dev.firn.derived;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import dev.firn.window.WindowLength;

/** The one window of a calculation that is open at a time, if any is. For one thread. */
final class Period implements Stateful {

    private final long lengthMillis;
    private boolean open;
    private long fromMillis;
    // What lies before is closed for good.
    private long closedUntilMillis = Long.MIN_VALUE;

    Period(long lengthMillis) {
        this.lengthMillis = lengthMillis;
    }

    /** End of the open window; {@link Long#MAX_VALUE} while none is. */
    long endMillis() {
        return open ? fromMillis + lengthMillis : Long.MAX_VALUE;
    }

    /** Opens the window that holds this time, unless one is open; false if the time lies before it, and is too late. */
    boolean open(long timeMillis) {
        if (timeMillis < closedUntilMillis) {
            return false;
        }
        if (!open) {
            open = true;
            fromMillis = WindowLength.tumbling(lengthMillis).lastStart(timeMillis);
            closedUntilMillis = fromMillis;
        }
        return true;
    }

    void close() {
        closedUntilMillis = endMillis();
        open = false;
    }

    @Override
    public void save(StateWriter state) {
        state.put(open).put(fromMillis).put(closedUntilMillis);
    }

    @Override
    public void restore(StateReader state) {
        open = state.getBoolean();
        fromMillis = state.getLong();
        closedUntilMillis = state.getLong();
    }
}
