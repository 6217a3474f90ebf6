package dev.firn.preprocessor.snow.push;

import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import java.util.stream.IntStream;

/** Which straight ways an obstacle bars. Immutable. */
final class Obstacles {

    // In cells. Half a cell's diagonal is 0.71: a way between two obstacles that touch at a corner is barred.
    private static final double CLEARANCE = 0.75;

    private final GridLayout layout;
    private final int[] blocked;

    Obstacles(SlopeDesign design) {
        layout = design.layout();
        blocked = IntStream.range(0, layout.cells()).filter(design::isBlocked).toArray();
    }

    /** Whether snow can be pushed straight from the middle of one cell to the middle of the other. */
    boolean leaveFree(int from, int to) {
        for (int obstacle : blocked) {
            if (distance(obstacle, from, to) < CLEARANCE) {
                return false;
            }
        }
        return true;
    }

    /** From the middle of a cell to the nearest place of the way, in cells. */
    private double distance(int cell, int from, int to) {
        double wayX = layout.column(to) - layout.column(from);
        double wayY = layout.row(to) - layout.row(from);
        double x = layout.column(cell) - layout.column(from);
        double y = layout.row(cell) - layout.row(from);
        double along = (x * wayX + y * wayY) / (wayX * wayX + wayY * wayY);
        double part = Math.clamp(along, 0.0, 1.0);
        return Math.hypot(x - part * wayX, y - part * wayY);
    }
}
