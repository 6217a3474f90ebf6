package dev.firn.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Readings of the sensors on their way to the loop. Bounded: while the loop cannot take them the oldest are dropped
 * and counted, since the bus must not wait and the latest matter most. Thread-safe.
 */
final class LiveReadings {

    private final int capacity;
    // Guarded by this.
    private final Deque<LiveReading> waiting = new ArrayDeque<>();
    private long dropped;

    LiveReadings(int capacity) {
        this.capacity = capacity;
    }

    synchronized void put(List<LiveReading> readings) {
        for (LiveReading reading : readings) {
            if (waiting.size() == capacity) {
                waiting.removeFirst();
                dropped++;
            }
            waiting.addLast(reading);
        }
    }

    /** All that wait, oldest first. */
    synchronized List<LiveReading> takeAll() {
        List<LiveReading> taken = new ArrayList<>(waiting);
        waiting.clear();
        return taken;
    }

    /** How many were dropped since the last call. */
    synchronized long takeDropped() {
        long count = dropped;
        dropped = 0;
        return count;
    }
}
