package dev.firn.preprocessor.snow.grid;

import java.util.Arrays;
import java.util.List;

/**
 * How the slope is meant to be: how deep each cell, and which cells are obstacles such as pylons, rocks and snow guns.
 * Immutable.
 */
public final class SlopeDesign {

    private final GridLayout layout;
    private final double[] targets;
    private final boolean[] blocked;

    /**
     * Where the rectangles of cells overlap, the later one holds.
     *
     * @param target depth of the cells that no zone names, metres
     * @throws IllegalArgumentException if a rectangle reaches beyond the grid
     */
    public SlopeDesign(GridLayout layout, double target, List<Zone> zones, List<CellBlock> obstacles) {
        this.layout = layout;
        targets = new double[layout.cells()];
        Arrays.fill(targets, new Zone(new CellBlock(0, 0, 0, 0), target).target());
        blocked = new boolean[layout.cells()];
        zones.forEach(zone -> zone.cells().cells(layout).forEach(cell -> targets[cell] = zone.target()));
        obstacles.forEach(block -> block.cells(layout).forEach(cell -> blocked[cell] = true));
    }

    /** The grid that it is a design of. */
    public GridLayout layout() {
        return layout;
    }

    /** How deep the cell is to be, metres. */
    public double target(int cell) {
        return targets[cell];
    }

    /** Whether the cell is an obstacle. */
    public boolean isBlocked(int cell) {
        return blocked[cell];
    }

    /**
     * Cells with a target of their own.
     *
     * @param cells which
     * @param target how deep they are to be, metres, 0 to {@value #GREATEST_TARGET}
     */
    public record Zone(CellBlock cells, double target) {

        /** Deepest target, m: that of no slope, but of a jump or a store of snow. */
        public static final double GREATEST_TARGET = 15;

        /** Checks the depth. */
        public Zone {
            if (!(target >= 0 && target <= GREATEST_TARGET)) {
                throw new IllegalArgumentException("target of " + target + " m: want 0 to 15 m");
            }
        }
    }
}
