package dev.firn.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lines whose edges a test makes, with their times. */
public final class FakeEdgeLines implements EdgeLines {

    private final Set<Integer> active = new TreeSet<>();
    private List<Edge> edges = new ArrayList<>();
    private long lost;
    private boolean closed;

    /** A line changes at a time. */
    public FakeEdgeLines edge(int index, boolean becomesActive, long timeNanos) {
        level(index, becomesActive);
        edges.add(new Edge(index, becomesActive, timeNanos));
        return this;
    }

    /** A line is at a level without an edge. */
    public FakeEdgeLines level(int index, boolean isActive) {
        if (isActive) {
            active.add(index);
        } else {
            active.remove(index);
        }
        return this;
    }

    /** The kernel had no room for some edges. */
    public void lose(long count) {
        lost += count;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public List<Edge> fetch() {
        List<Edge> fetched = edges;
        edges = new ArrayList<>();
        return fetched;
    }

    @Override
    public boolean isActive(int index) {
        return active.contains(index);
    }

    @Override
    public long lost() {
        return lost;
    }

    @Override
    public void close() {
        closed = true;
    }
}
