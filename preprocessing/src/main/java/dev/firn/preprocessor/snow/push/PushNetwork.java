package dev.firn.preprocessor.snow.push;

import dev.firn.preprocessor.snow.grid.GridLayout;
import java.util.Arrays;

/**
 * The cells of the slope as a network: from each cell an arc to those near it in 32 directions. A way over arcs is at most
 * 1.3 % longer than the straight one: two directions next to each other are at most 18.4 degrees apart, and 1 /
 * cos(9.2°) = 1.013. For one thread, used once.
 *
 * <p>Discretising the plane so keeps the network small (32 arcs a cell, not as many as there are pairs of cells), and lets
 * ways lead around obstacles.
 */
final class PushNetwork {

    // Cells along each axis: with 3 there are 32 directions.
    private static final int REACH = 3;
    private static final double UNITS_PER_METRE = 1000;

    private final GridLayout layout;
    private final Obstacles obstacles;
    private final PushCost cost;
    private final NetworkSimplex simplex;
    private final int stays;
    private int arcs;
    private int[] tail = new int[1024];
    private int[] head = new int[1024];

    PushNetwork(GridLayout layout, Obstacles obstacles, PushCost cost) {
        this.layout = layout;
        this.obstacles = obstacles;
        this.cost = cost;
        stays = layout.cells();
        simplex = new NetworkSimplex(layout.cells() + 1);
    }

    /**
     * The flow of least cost.
     *
     * @param supply of each cell in whole units: above 0 it gives, below 0 it takes
     */
    Flow solve(long[] supply) {
        for (int cell = 0; cell < supply.length; cell++) {
            simplex.setSupply(cell, supply[cell]);
            addSteps(cell);
        }
        balance(supply);
        return new Flow(layout.cells(), tail, head, simplex.solve());
    }

    private void addSteps(int cell) {
        for (int down = -REACH; down <= REACH; down++) {
            for (int across = -REACH; across <= REACH; across++) {
                if (haveNoCommonDivisor(down, across)) {
                    addStep(cell, down, across);
                }
            }
        }
    }

    /** Whether no cell lies between: a step over one is two steps. */
    private static boolean haveNoCommonDivisor(int down, int across) {
        int a = Math.abs(down);
        int b = Math.abs(across);
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return a == 1;
    }

    private void addStep(int cell, int down, int across) {
        int row = layout.row(cell) + down;
        int column = layout.column(cell) + across;
        if (layout.contains(row, column)) {
            int to = layout.cell(row, column);
            if (obstacles.leaveFree(cell, to)) {
                addArc(cell, to, Math.round(UNITS_PER_METRE * cost.of(layout.centre(cell), layout.centre(to))));
            }
        }
    }

    /** What is too much altogether stays where that is cheapest; what lacks altogether goes on lacking. */
    private void balance(long[] supply) {
        long total = Arrays.stream(supply).sum();
        simplex.setSupply(stays, -total);
        for (int cell = 0; cell < supply.length; cell++) {
            if (total > 0 && supply[cell] > 0) {
                addArc(cell, stays, 0);
            } else if (total < 0 && supply[cell] < 0) {
                addArc(stays, cell, 0);
            }
        }
    }

    private void addArc(int from, int to, long unitCost) {
        simplex.addArc(from, to, unitCost);
        if (arcs == tail.length) {
            tail = Arrays.copyOf(tail, 2 * arcs);
            head = Arrays.copyOf(head, 2 * arcs);
        }
        tail[arcs] = from;
        head[arcs++] = to;
    }
}
