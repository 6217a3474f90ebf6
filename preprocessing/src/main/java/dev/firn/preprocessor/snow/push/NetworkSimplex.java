package dev.firn.preprocessor.snow.push;

import java.util.Arrays;

/**
 * Flow of least cost in a network of arcs without upper bounds: how to bring what some nodes have too much to those that
 * have too little. Exact in whole numbers. For one thread, solved once.
 *
 * <p>Primal network simplex with strongly feasible trees, which cannot cycle: Cunningham 1976, "A network simplex method",
 * Mathematical Programming 11, 105-116; Ahuja, Magnanti, Orlin 1993, "Network Flows", chapter 11. Entering arcs are found
 * by block search: Kiraly, Kovacs 2012, "Efficient implementations of minimum-cost flow algorithms", Acta Universitatis
 * Sapientiae, Informatica 4, 67-118. An artificial root takes what no arc can bring away, at a cost above that of any way.
 *
 * <p>Sums of supply times cost have to stay below 2^63.
 */
final class NetworkSimplex {

    private static final int NONE = -1;
    private static final int LEAST_BLOCK = 64;

    private final int nodes;
    private final int root;
    private final long[] supply;

    private int arcs;
    private int[] tail = new int[1024];
    private int[] head = new int[1024];
    private long[] cost = new long[1024];

    private final SpanningTree tree;
    private int nextArc;

    /** A network of so many nodes, numbered from 0, without arcs and with nothing to bring anywhere. */
    NetworkSimplex(int nodes) {
        this.nodes = nodes;
        this.root = nodes;
        this.supply = new long[nodes];
        this.tree = new SpanningTree(nodes + 1);
    }

    /** Adds an arc; returns its number, which counts from 0. The cost of a unit is not negative. */
    int addArc(int from, int to, long unitCost) {
        if (arcs == tail.length) {
            grow();
        }
        tail[arcs] = from;
        head[arcs] = to;
        cost[arcs] = unitCost;
        return arcs++;
    }

    /** What the node has too much, in units; below zero: what it lacks. */
    void setSupply(int node, long units) {
        supply[node] = units;
    }

    /** The flow of least cost: units on each arc by its number. Supplies have to add up to 0. */
    long[] solve() {
        if (Arrays.stream(supply).sum() != 0) {
            throw new IllegalArgumentException(
                    "supplies add up to " + Arrays.stream(supply).sum() + ": want 0");
        }
        plantTree();
        for (int arc = entering(); arc != NONE; arc = entering()) {
            pivot(arc);
        }
        return flows();
    }

    /** What a unit costs at this node relative to others, after {@link #solve}: the dual of the flow. */
    long potential(int node) {
        return tree.potential(node);
    }

    private void plantTree() {
        long dearest = Arrays.stream(cost, 0, arcs).max().orElse(0);
        long artificial = (dearest + 1) * (nodes + 1);
        for (int node = 0; node < nodes; node++) {
            // An arc without flow points to the root: that makes the tree strongly feasible.
            boolean toRoot = supply[node] >= 0;
            tree.plant(node, root, arcs + node, toRoot, Math.abs(supply[node]), toRoot ? -artificial : artificial);
        }
    }

    /** An arc that makes the flow cheaper, the best of the first block that has one; {@link #NONE} if there is none. */
    private int entering() {
        int block = Math.max(LEAST_BLOCK, (int) Math.sqrt(arcs));
        long best = 0;
        int found = NONE;
        int left = block;
        for (int seen = 0; seen < arcs; seen++) {
            long reduced = reducedCost(nextArc);
            if (reduced < best) {
                best = reduced;
                found = nextArc;
            }
            nextArc = nextArc + 1 == arcs ? 0 : nextArc + 1;
            if (--left == 0) {
                if (found != NONE) {
                    return found;
                }
                left = block;
            }
        }
        return found;
    }

    private long reducedCost(int arc) {
        return cost[arc] + tree.potential(tail[arc]) - tree.potential(head[arc]);
    }

    private void pivot(int arc) {
        tree.exchange(arc, tail[arc], head[arc], reducedCost(arc));
    }

    private long[] flows() {
        long[] flows = new long[arcs];
        for (int node = 0; node < nodes; node++) {
            if (tree.arcOf(node) < arcs) {
                flows[tree.arcOf(node)] = tree.flowOf(node);
            }
        }
        return flows;
    }

    private void grow() {
        int room = 2 * tail.length;
        tail = Arrays.copyOf(tail, room);
        head = Arrays.copyOf(head, room);
        cost = Arrays.copyOf(cost, room);
    }
}
