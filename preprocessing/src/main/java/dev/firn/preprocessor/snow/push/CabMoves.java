package dev.firn.preprocessor.snow.push;

import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.Point;
import dev.firn.preprocessor.snow.grid.SlopeDesign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Turns a plan into the next moves of the blade. Pushes on one line become one move as far as the blade takes them; a push
 * of more than a blade becomes several. The order is nearest first from where the groomer is and then from where each
 * move ends (nearest neighbour); a move against the groomer's course and one with a half-empty blade count as further
 * away. Immutable; any thread.
 */
public final class CabMoves {

    // Ours: what a groomer could drive in the time that it takes to turn about.
    private static final double TURN_ABOUT_METRES = 20;
    // Ours: how much further it should drive for a full blade than for an empty one.
    private static final double EMPTY_BLADE_METRES = 30;
    private static final double HALF_CIRCLE = 180;
    private static final double FULL_CIRCLE = 360;
    // Below a litre nothing is left to push.
    private static final double NOTHING = 0.001;

    private final GridLayout layout;
    private final Obstacles obstacles;
    private final MoveSettings settings;

    /** Moves on a slope. */
    public CabMoves(SlopeDesign design, MoveSettings settings) {
        this.layout = design.layout();
        this.obstacles = new Obstacles(design);
        this.settings = settings;
    }

    /** All moves of the plan, those of the largest pushes first. */
    public List<CabMove> all(PushPlan plan) {
        List<Push> pushes = plan.pushes().stream()
                .sorted(Comparator.comparingDouble(Push::volume).reversed())
                .toList();
        double[] left = pushes.stream().mapToDouble(Push::volume).toArray();
        List<CabMove> moves = new ArrayList<>();
        for (int number = 0; number < left.length; number++) {
            while (left[number] > NOTHING) {
                moves.add(move(number, pushes, left));
            }
        }
        return moves;
    }

    /**
     * The next moves.
     *
     * @param moves those of {@link #all}
     * @param at where the groomer is; without it the first of the moves is the first
     * @param course where it faces, degrees clockwise from true north
     */
    public List<CabMove> next(List<CabMove> moves, Optional<Point> at, OptionalDouble course) {
        List<CabMove> left = new ArrayList<>(moves);
        List<CabMove> next = new ArrayList<>();
        Optional<Point> place = at;
        OptionalDouble facing = course;
        while (!left.isEmpty() && next.size() < settings.count()) {
            CabMove move = left.remove(nearest(left, place, facing));
            next.add(move);
            place = Optional.of(layout.centre(move.to()));
            facing = OptionalDouble.of(move.course());
        }
        return next;
    }

    private int nearest(List<CabMove> moves, Optional<Point> at, OptionalDouble facing) {
        if (at.isEmpty()) {
            return 0;
        }
        return IntStream.range(0, moves.size())
                .boxed()
                .min(Comparator.comparingDouble(number -> effort(moves.get(number), at.get(), facing)))
                .orElseThrow();
    }

    private double effort(CabMove move, Point at, OptionalDouble facing) {
        double turn = facing.isEmpty() ? 0 : angle(facing.getAsDouble(), move.course()) / HALF_CIRCLE;
        double empty = 1 - move.volume() / settings.bladeCubicMetres();
        return at.distanceTo(layout.centre(move.from())) + TURN_ABOUT_METRES * turn + EMPTY_BLADE_METRES * empty;
    }

    private static double angle(double one, double other) {
        double apart = Math.abs(one - other) % FULL_CIRCLE;
        return Math.min(apart, FULL_CIRCLE - apart);
    }

    private CabMove move(int first, List<Push> pushes, double[] left) {
        Push push = pushes.get(first);
        return push.isStraight() ? straightMove(first, pushes, left) : windingMove(push, first, left);
    }

    private CabMove windingMove(Push push, int number, double[] left) {
        double volume = Math.min(left[number], settings.bladeCubicMetres());
        left[number] -= volume;
        double cut = volume / layout.cellArea();
        return new CabMove(push.cells(), course(push.from(), push.cells().get(1)), push.distance(), cut, volume);
    }

    private CabMove straightMove(int first, List<Push> pushes, double[] left) {
        BladeLine line = new BladeLine(layout, pushes.get(first));
        take(line, first, pushes, left);
        for (int number = first + 1; number < left.length; number++) {
            Push push = pushes.get(number);
            if (left[number] > NOTHING && hasRoom(line) && line.fits(push) && isFree(line, push)) {
                take(line, number, pushes, left);
            }
        }
        Point start = layout.centre(line.from());
        double distance = start.distanceTo(layout.centre(line.to()));
        return new CabMove(
                List.of(line.from(), line.to()), course(line.from(), line.to()), distance, line.cut(), line.volume());
    }

    private void take(BladeLine line, int number, List<Push> pushes, double[] left) {
        double volume = Math.min(left[number], settings.bladeCubicMetres() - line.volume());
        line.take(pushes.get(number), volume);
        left[number] -= volume;
    }

    private boolean hasRoom(BladeLine line) {
        return settings.bladeCubicMetres() - line.volume() > NOTHING;
    }

    private boolean isFree(BladeLine line, Push push) {
        return obstacles.leaveFree(push.from(), line.to()) && obstacles.leaveFree(line.from(), push.to());
    }

    private double course(int from, int to) {
        return layout.plane().course(layout.centre(from), layout.centre(to));
    }
}
