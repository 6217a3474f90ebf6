package dev.firn.rigs.demo.night;

import java.util.List;

/**
 * A made slope of 10 × 30 cells with two drifts and three thin spots, and the way of a groomer over it, lane by lane. x
 * counts metres to the east, y to the north. Every run makes the same. Immutable.
 */
final class Slope {

    static final int ROWS = 10;
    static final int COLUMNS = 30;
    /** Side of a cell, m. */
    static final double CELL = 5;
    /** The depth that is wanted, m. */
    static final double TARGET = 0.9;

    private static final List<Heap> HEAPS = List.of(
            new Heap(35, 30, 0.25, 9),
            new Heap(110, 15, 0.30, 8),
            new Heap(70, 12, -0.25, 8),
            new Heap(75, 38, -0.20, 8),
            new Heap(130, 40, -0.20, 6));

    private static final double LEVEL_ROLL = 4;
    private static final Patch STEEP = new Patch(60, 90, 27, 16.5);
    private static final Patch TOO_STEEP = new Patch(60, 90, 42, 21.5);

    private Slope() {}

    /**
     * Snow above or below the target, bell-shaped.
     *
     * @param x of its middle, m
     * @param y of its middle, m
     * @param height above the target, m
     * @param width one standard deviation, m
     */
    private record Heap(double x, double y, double height, double width) {

        double at(double otherX, double otherY) {
            double distance = Math.hypot(otherX - x, otherY - y) / width;
            return height * Math.exp(-distance * distance / 2);
        }
    }

    /**
     * A part of a lane where the ground leans to the side.
     *
     * @param fromX where it begins, m
     * @param toX where it ends
     * @param y of the lane
     * @param roll how far it leans, degrees
     */
    private record Patch(double fromX, double toX, double y, double roll) {

        boolean contains(double otherX, double otherY) {
            return otherX >= fromX && otherX <= toX && Math.abs(otherY - y) <= CELL / 2;
        }
    }

    /** How deep the snow is, m. */
    static double depth(double x, double y) {
        return TARGET + HEAPS.stream().mapToDouble(heap -> heap.at(x, y)).sum();
    }

    /** How far the ground leans to the side of who drives along a lane, degrees. */
    static double roll(double x, double y) {
        return TOO_STEEP.contains(x, y) ? TOO_STEEP.roll() : STEEP.contains(x, y) ? STEEP.roll() : LEVEL_ROLL;
    }

    /** Depth less target in the middle of each cell, m, row by row. */
    static double[] surplus() {
        double[] surplus = new double[ROWS * COLUMNS];
        for (int cell = 0; cell < surplus.length; cell++) {
            int row = cell / COLUMNS;
            int column = cell % COLUMNS;
            surplus[cell] = depth((column + 0.5) * CELL, (row + 0.5) * CELL) - TARGET;
        }
        return surplus;
    }
}
