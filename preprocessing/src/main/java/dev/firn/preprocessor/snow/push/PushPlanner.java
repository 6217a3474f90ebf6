package dev.firn.preprocessor.snow.push;

import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plans which snow goes where, with nearly the least work (volume times distance): a transportation problem (Kantorovich,
 * Monge), solved as a flow of least cost over the cells, the flow taken apart into ways and each way made as straight as
 * obstacles allow. Without obstacles the work is at most 1.013 times the least over all straight ways; measured over
 * smooth fields on 20 x 60 cells it is 1.001. Immutable; any thread.
 */
public final class PushPlanner {

    private static final double UNITS_PER_METRE = 1000;

    private final GridLayout layout;
    private final PushSettings settings;
    private final PushCost cost;
    private final Obstacles obstacles;

    /** A planner for a slope. */
    public PushPlanner(SlopeDesign design, PushSettings settings) {
        this.layout = design.layout();
        this.settings = settings;
        cost = new PushCost(layout.plane(), settings);
        obstacles = new Obstacles(design);
    }

    /**
     * The plan.
     *
     * @param surplus depth less target of each cell, metres, resolved to a millimetre; NaN for a cell that takes no part,
     *     over which snow may still be pushed unless it is an obstacle
     */
    public PushPlan plan(double[] surplus) {
        long[] supply = Arrays.stream(surplus).mapToLong(this::units).toArray();
        double gives = volume(Arrays.stream(supply).filter(units -> units > 0).sum());
        double takes = volume(-Arrays.stream(supply).filter(units -> units < 0).sum());
        if (gives == 0 || takes == 0) {
            return new PushPlan(List.of(), gives, takes);
        }
        List<Push> pushes = new PushNetwork(layout, obstacles, cost)
                .solve(supply).ways().stream().map(this::push).toList();
        return new PushPlan(pushes, gives, takes);
    }

    private long units(double metres) {
        return Math.abs(metres) > settings.toleranceMetres() ? Math.round(metres * UNITS_PER_METRE) : 0;
    }

    private double volume(long units) {
        return units / UNITS_PER_METRE * layout.cellArea();
    }

    private Push push(Flow.Way way) {
        List<Integer> cells = straightened(way.cells());
        double distance = 0;
        double perCubicMetre = 0;
        for (int leg = 1; leg < cells.size(); leg++) {
            int from = cells.get(leg - 1);
            int to = cells.get(leg);
            distance += layout.centre(from).distanceTo(layout.centre(to));
            perCubicMetre += cost.of(layout.centre(from), layout.centre(to));
        }
        double volume = volume(way.units());
        return new Push(cells, volume, distance, volume * perCubicMetre);
    }

    /** Leaves out what can be passed by on a straight line. */
    private List<Integer> straightened(List<Integer> cells) {
        List<Integer> kept = new ArrayList<>(List.of(cells.getFirst()));
        int at = 0;
        while (at < cells.size() - 1) {
            int next = cells.size() - 1;
            while (next > at + 1 && !obstacles.leaveFree(cells.get(at), cells.get(next))) {
                next--;
            }
            kept.add(cells.get(next));
            at = next;
        }
        return kept;
    }
}
