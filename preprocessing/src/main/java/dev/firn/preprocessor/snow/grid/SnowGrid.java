package dev.firn.preprocessor.snow.grid;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.state.Stateful;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How deep the snow is in each cell of the slope, from depths measured at places on it. A cell that nobody has measured,
 * or not for long, has no depth: nothing is filled in from its neighbours. For one thread.
 */
public final class SnowGrid implements Stateful {

    private final SlopeDesign design;
    private final GridLayout layout;
    private final GridMemory memory;
    private final RecentDepths[] cells;
    private final double[] slopes;

    /** A grid that knows no depth yet. */
    public SnowGrid(SlopeDesign design, GridMemory memory) {
        this.design = design;
        this.layout = design.layout();
        this.memory = memory;
        cells = Stream.generate(() -> new RecentDepths(memory.readings()))
                .limit(layout.cells())
                .toArray(RecentDepths[]::new);
        slopes = new double[layout.cells()];
        Arrays.fill(slopes, Double.NaN);
    }

    /**
     * Takes a depth measured in the cell.
     *
     * @param depth metres
     * @param slope of the ground there, degrees; NaN if nobody knows
     */
    public void add(int cell, long timeMillis, double depth, double slope) {
        cells[cell].add(timeMillis, depth);
        if (!Double.isNaN(slope)) {
            slopes[cell] = slope;
        }
    }

    /** The design of the slope. */
    public SlopeDesign design() {
        return design;
    }

    /** The cell's depth, metres; NaN if it has none at this time. */
    public double depth(int cell, long nowMillis) {
        return ageMillis(cell, nowMillis) <= memory.forgetMillis()
                ? cells[cell].median(memory.passMillis())
                : Double.NaN;
    }

    /** How long ago the cell was last measured; more than any time it may be kept if it never was. */
    public long ageMillis(int cell, long nowMillis) {
        return nowMillis - cells[cell].newestMillis();
    }

    /** How many depths the cell was given so far. */
    public long readings(int cell) {
        return cells[cell].readings();
    }

    /** The slope of the ground in the cell when it was last measured, degrees; NaN if nobody knows. */
    public double slope(int cell) {
        return slopes[cell];
    }

    /** Depth less target of every cell, metres: above 0 snow to spare; NaN where there is no depth, and of obstacles. */
    public double[] surplus(long nowMillis) {
        double[] surplus = new double[layout.cells()];
        for (int cell = 0; cell < surplus.length; cell++) {
            surplus[cell] = design.isBlocked(cell) ? Double.NaN : depth(cell, nowMillis) - design.target(cell);
        }
        return surplus;
    }

    @Override
    public void save(StateWriter state) {
        for (RecentDepths cell : cells) {
            cell.save(state);
        }
        state.put(slopes, slopes.length);
    }

    @Override
    public void restore(StateReader state) {
        for (RecentDepths cell : cells) {
            cell.restore(state);
        }
        double[] saved = state.getDoubles();
        if (saved.length != slopes.length) {
            throw new StateException(saved.length + " cells where the grid has " + slopes.length);
        }
        System.arraycopy(saved, 0, slopes, 0, slopes.length);
    }
}
