package dev.firn.rigs.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Watches in which order the summaries of each series come for the first time; what comes again says nothing of the
 * order. Any thread.
 */
public final class ArrivalOrder implements Consumer<Published> {

    private final Lock lock = new ReentrantLock();
    /** Guarded by {@link #lock}. */
    private final Set<Long> seen = new HashSet<>();
    /** The latest summary of each series. Guarded by {@link #lock}. */
    private final Map<String, PublishedSummary> latest = new HashMap<>();
    /** Guarded by {@link #lock}. */
    private final List<String> reversals = new ArrayList<>();

    @Override
    public void accept(Published published) {
        lock.lock();
        try {
            if (seen.add(published.seq()) && published instanceof PublishedSummary summary) {
                enter(summary);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Where a summary of an earlier window, or with a smaller number, came first after a later one. */
    public List<String> reversals() {
        lock.lock();
        try {
            return List.copyOf(reversals);
        } finally {
            lock.unlock();
        }
    }

    private void enter(PublishedSummary summary) {
        PublishedSummary before = latest.put(summary.series(), summary);
        if (before != null && (before.seq() > summary.seq() || before.fromMillis() > summary.fromMillis())) {
            reversals.add(summary.series() + ": seq " + summary.seq() + " after " + before.seq());
        }
    }
}
