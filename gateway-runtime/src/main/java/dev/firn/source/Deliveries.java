package dev.firn.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages on their way to the loop. Bounded by what its sources may have waiting, which take no more themselves until what
 * they brought is safe. Thread-safe.
 */
public final class Deliveries {

    // Guarded by this.
    private List<Delivery> waiting = new ArrayList<>();

    /** Adds one; how many wait now. */
    public synchronized int put(Delivery delivery) {
        waiting.add(delivery);
        return waiting.size();
    }

    /** All that wait, in the order in which they came. */
    public synchronized List<Delivery> takeAll() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Delivery> taken = waiting;
        waiting = new ArrayList<>(taken.size());
        return taken;
    }
}
