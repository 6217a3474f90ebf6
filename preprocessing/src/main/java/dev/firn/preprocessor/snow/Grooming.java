package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.snow.grid.DropReason;
import dev.firn.preprocessor.snow.grid.Drops;
import dev.firn.preprocessor.snow.grid.Fix;
import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.GroomerTrack;
import dev.firn.preprocessor.snow.grid.LocatedDepth;
import dev.firn.preprocessor.snow.grid.Point;
import dev.firn.preprocessor.snow.grid.SnowGrid;
import dev.firn.preprocessor.snow.push.CabMove;
import dev.firn.preprocessor.snow.push.CabMoves;
import dev.firn.preprocessor.snow.push.PushPlan;
import dev.firn.preprocessor.snow.push.PushPlanner;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The groomer at work: its depths go to the grid, and from time to time the grid becomes a plan and the plan the next
 * moves. For one thread.
 *
 * <p>A plan is made anew when its interval is over, or there is nothing in it, and a cell has since changed by more than
 * the tolerance; the moves are put in order anew when the groomer has moved on.
 */
final class Grooming {

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final SlopeSettings settings;
    private final GridLayout layout;
    private final Drops drops = new Drops();
    private final SnowGrid grid;
    private final GroomerTrack track;
    private final PushPlanner planner;
    private final CabMoves cabMoves;

    private final double[] planned;
    private PushPlan plan = PushPlan.EMPTY;
    private long plannedAt = NEVER;
    private boolean isOutdated;
    private List<CabMove> moves = List.of();
    private List<CabMove> next = List.of();
    private Optional<Point> orderedAt = Optional.empty();
    private Optional<LocatedDepth> latestDepth = Optional.empty();

    Grooming(SlopeSettings settings) {
        this.settings = settings;
        layout = settings.design().layout();
        grid = new SnowGrid(settings.design(), settings.memory());
        track = new GroomerTrack(settings.track(), layout.plane(), drops, this::located);
        planner = new PushPlanner(settings.design(), settings.push());
        cabMoves = new CabMoves(settings.design(), settings.moves());
        planned = grid.surplus(NEVER);
    }

    /** Takes a reading of the position sensor, of whatever quantity. */
    void position(Reading reading) {
        if (!isUsable(reading, reading.series().quantity())) {
            return;
        }
        switch (reading.series().quantity().name()) {
            case "latitude" -> track.latitude(reading.timeMillis(), reading.value());
            case "longitude" -> track.longitude(reading.timeMillis(), reading.value());
            case "position-error" -> track.error(reading.timeMillis(), reading.value());
            default -> {
                // What else a receiver says is not needed.
            }
        }
    }

    /** Takes a depth under the groomer, with the slope of the ground there, NaN if nobody knows. */
    void depth(Reading reading, double slope) {
        if (isUsable(reading, Quantity.SNOW_DEPTH)) {
            track.depth(reading.timeMillis(), reading.value(), slope);
        } else {
            drops.count(DropReason.NOT_USABLE);
        }
    }

    private static boolean isUsable(Reading reading, Quantity quantity) {
        return reading.flag().isGood() && reading.value() >= quantity.min() && reading.value() <= quantity.max();
    }

    /** Lets time pass for the depths that wait for a fix. */
    void advanceTo(long nowMillis) {
        track.advanceTo(nowMillis);
    }

    /** No more will come. */
    void end() {
        track.end();
    }

    /** Plans anew, or puts the moves in order anew, if it is time. */
    void replan(long nowMillis) {
        if (isOutdated && isDue(nowMillis)) {
            double[] surplus = grid.surplus(nowMillis);
            System.arraycopy(surplus, 0, planned, 0, planned.length);
            plan = planner.plan(surplus);
            plannedAt = nowMillis;
            isOutdated = false;
            moves = cabMoves.all(plan);
            order();
        } else if (hasMovedOn()) {
            order();
        }
    }

    /** A plan with nothing in it keeps nobody busy, so the next one need not wait. */
    private boolean isDue(long nowMillis) {
        return plan.pushes().isEmpty() || nowMillis - plannedAt >= settings.planEveryMillis();
    }

    SnowGrid grid() {
        return grid;
    }

    Drops drops() {
        return drops;
    }

    PushPlan plan() {
        return plan;
    }

    /** When the plan was made; empty before the first. */
    Optional<Long> plannedAt() {
        return plannedAt == NEVER ? Optional.empty() : Optional.of(plannedAt);
    }

    /** The moves to tell. */
    List<CabMove> next() {
        return next;
    }

    /** Where the groomer is as far as is known. */
    Optional<Point> place() {
        return track.latest().map(Fix::point);
    }

    /** The latest depth that lies on the grid. */
    Optional<LocatedDepth> latestDepth() {
        return latestDepth;
    }

    private void located(LocatedDepth depth) {
        OptionalInt cell = layout.cellAt(depth.point());
        if (cell.isEmpty()) {
            drops.count(DropReason.OFF_GRID);
            return;
        }
        grid.add(cell.getAsInt(), depth.timeMillis(), depth.depth(), depth.slope());
        latestDepth = Optional.of(depth);
        isOutdated |= hasChanged(cell.getAsInt(), depth.timeMillis());
    }

    private boolean hasChanged(int cell, long nowMillis) {
        double change = grid.depth(cell, nowMillis) - settings.design().target(cell) - planned[cell];
        // A cell that had no depth when it was planned has changed.
        return !(Math.abs(change) <= settings.push().toleranceMetres());
    }

    private boolean hasMovedOn() {
        return place().isPresent()
                && (orderedAt.isEmpty() || orderedAt.get().distanceTo(place().get()) >= settings.movedMetres());
    }

    private void order() {
        orderedAt = place();
        next = cabMoves.next(moves, orderedAt, track.course());
    }
}
