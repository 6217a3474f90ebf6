package dev.firn.preprocessor.snow.push;

import java.util.Arrays;

/**
 * The basis of a network simplex: a tree over all nodes, with the flow on the arc from each node to its parent and the
 * potential of each node. Flow is on arcs of the tree alone. For one thread.
 */
final class SpanningTree {

    private static final int NONE = -1;

    private final int[] parent;
    private final int[] arc;
    private final boolean[] upward;
    private final long[] flow;
    private final long[] potential;
    private final int[] depth;

    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] previousSibling;

    /** So many nodes, none of which hangs on another yet. */
    SpanningTree(int nodes) {
        parent = filled(nodes);
        arc = filled(nodes);
        upward = new boolean[nodes];
        flow = new long[nodes];
        potential = new long[nodes];
        depth = new int[nodes];
        firstChild = filled(nodes);
        nextSibling = filled(nodes);
        previousSibling = filled(nodes);
    }

    /** Hangs a node without children on the root. */
    void plant(int node, int root, int byArc, boolean toRoot, long units, long itsPotential) {
        attach(node, root, byArc, toRoot, units);
        potential[node] = itsPotential;
        depth[node] = 1;
    }

    long potential(int node) {
        return potential[node];
    }

    /** The arc between the node and its parent. */
    int arcOf(int node) {
        return arc[node];
    }

    /** Units on {@link #arcOf}. */
    long flowOf(int node) {
        return flow[node];
    }

    /**
     * Takes the arc into the tree and sends as much as possible around the cycle that it closes; an arc that this empties
     * leaves the tree.
     *
     * @param reducedCost of the arc, below 0
     */
    void exchange(int entering, int tail, int head, long reducedCost) {
        int apex = apex(tail, head);
        int leaving = NONE;
        long units = Long.MAX_VALUE;
        boolean onTailSide = true;
        // Of several arcs that empty at once the last one along the cycle leaves: the tree stays strongly feasible.
        for (int node = tail; node != apex; node = parent[node]) {
            if (upward[node] && flow[node] < units) {
                units = flow[node];
                leaving = node;
            }
        }
        for (int node = head; node != apex; node = parent[node]) {
            if (!upward[node] && flow[node] <= units) {
                units = flow[node];
                leaving = node;
                onTailSide = false;
            }
        }
        if (leaving == NONE) {
            throw new IllegalArgumentException("a way around in a circle has a cost below 0");
        }
        send(units, tail, head, apex);
        if (onTailSide) {
            rehang(tail, head, leaving, entering, true, units);
            shift(tail, -reducedCost);
        } else {
            rehang(head, tail, leaving, entering, false, units);
            shift(head, reducedCost);
        }
    }

    private int apex(int left, int right) {
        int a = left;
        int b = right;
        while (a != b) {
            if (depth[a] >= depth[b]) {
                a = parent[a];
            } else {
                b = parent[b];
            }
        }
        return a;
    }

    private void send(long units, int tail, int head, int apex) {
        for (int node = tail; node != apex; node = parent[node]) {
            flow[node] += upward[node] ? -units : units;
        }
        for (int node = head; node != apex; node = parent[node]) {
            flow[node] += upward[node] ? units : -units;
        }
    }

    /** Cuts off the subtree at {@code leaving}, makes {@code node} its top and hangs it on {@code newParent}. */
    private void rehang(int node, int newParent, int leaving, int byArc, boolean isUpward, long units) {
        int moved = node;
        int onto = newParent;
        int itsArc = byArc;
        boolean itsUpward = isUpward;
        long itsFlow = units;
        boolean last;
        do {
            last = moved == leaving;
            int oldParent = parent[moved];
            int oldArc = arc[moved];
            boolean oldUpward = upward[moved];
            long oldFlow = flow[moved];
            detach(moved);
            attach(moved, onto, itsArc, itsUpward, itsFlow);
            onto = moved;
            moved = oldParent;
            itsArc = oldArc;
            itsUpward = !oldUpward;
            itsFlow = oldFlow;
        } while (!last);
    }

    /** Shifts the potentials of the subtree, and sets its depths anew. */
    private void shift(int top, long by) {
        int node = top;
        while (node != NONE) {
            potential[node] += by;
            depth[node] = depth[parent[node]] + 1;
            node = nextInSubtree(node, top);
        }
    }

    private int nextInSubtree(int node, int top) {
        if (firstChild[node] != NONE) {
            return firstChild[node];
        }
        int up = node;
        while (up != top && nextSibling[up] == NONE) {
            up = parent[up];
        }
        return up == top ? NONE : nextSibling[up];
    }

    private void attach(int node, int onto, int byArc, boolean isUpward, long units) {
        parent[node] = onto;
        arc[node] = byArc;
        upward[node] = isUpward;
        flow[node] = units;
        int second = firstChild[onto];
        nextSibling[node] = second;
        previousSibling[node] = NONE;
        if (second != NONE) {
            previousSibling[second] = node;
        }
        firstChild[onto] = node;
    }

    private void detach(int node) {
        int before = previousSibling[node];
        int after = nextSibling[node];
        if (before == NONE) {
            firstChild[parent[node]] = after;
        } else {
            nextSibling[before] = after;
        }
        if (after != NONE) {
            previousSibling[after] = before;
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
