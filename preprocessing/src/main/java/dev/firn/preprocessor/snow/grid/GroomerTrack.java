package dev.firn.preprocessor.snow.grid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Where the groomer was when a depth was measured. A depth waits for the next fix and is then placed on the straight line
 * between the fixes before and after it; if those are too far apart, or none comes, it is dropped and counted: a depth in
 * no cell is better than one in a wrong cell. For one thread.
 *
 * <p>Latitude and longitude of one fix are two readings of the same time, in either order. A fix that is not later than
 * the one before is passed over.
 *
 * <p>Course: from one fix to the next where they are at least {@value #LEAST_WAY} m apart, else the last one known,
 * unless it was lost sight of in between: it may have turned. A groomer that backs is taken to face the other way.
 */
public final class GroomerTrack {

    private static final double LEAST_WAY = 1;
    private static final int MOST_WAITING = 256;
    private static final double RIGHT_ANGLE = 90;

    private final TrackSettings settings;
    private final LocalPlane plane;
    private final Drops drops;
    private final Consumer<LocatedDepth> located;

    private final FixParts parts;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Optional<Fix> previous = Optional.empty();
    private Optional<Fix> latest = Optional.empty();
    private OptionalDouble course = OptionalDouble.empty();

    /** A track without a fix; depths go to {@code located} once it is known where they are. */
    public GroomerTrack(TrackSettings settings, LocalPlane plane, Drops drops, Consumer<LocatedDepth> located) {
        this.settings = settings;
        this.plane = plane;
        this.drops = drops;
        this.located = located;
        parts = new FixParts(settings);
    }

    /** Takes the latitude of a fix, degrees. */
    public void latitude(long timeMillis, double degrees) {
        parts.latitude(timeMillis, degrees).ifPresent(position -> fix(timeMillis, position));
    }

    /** Takes the longitude of a fix, degrees. */
    public void longitude(long timeMillis, double degrees) {
        parts.longitude(timeMillis, degrees).ifPresent(position -> fix(timeMillis, position));
    }

    /** Takes what the receiver says of its error, metres: it holds for the fixes that follow. */
    public void error(long timeMillis, double metres) {
        parts.error(timeMillis, metres);
    }

    /**
     * Takes a depth.
     *
     * @param depth metres
     * @param slope of the ground, degrees; NaN if nobody knows
     */
    public void depth(long timeMillis, double depth, double slope) {
        Waiting measured = new Waiting(timeMillis, depth, slope);
        if (latest.isPresent() && timeMillis <= latest.get().timeMillis()) {
            place(measured, latest.get());
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
            drops.count(DropReason.NO_POSITION);
        }
        waiting.addLast(measured);
    }

    /** Drops the depths for which no fix has come in time. */
    public void advanceTo(long nowMillis) {
        while (!waiting.isEmpty() && waiting.getFirst().timeMillis < nowMillis - settings.gapMillis()) {
            waiting.removeFirst();
            drops.count(DropReason.NO_POSITION);
        }
    }

    /** Drops the depths that wait for a fix: none will come. */
    public void end() {
        waiting.forEach(measured -> drops.count(DropReason.NO_POSITION));
        waiting.clear();
    }

    /** The latest fix. */
    public Optional<Fix> latest() {
        return latest;
    }

    /** The latest course, degrees clockwise from true north, if the groomer has moved. */
    public OptionalDouble course() {
        return course;
    }

    private void fix(long timeMillis, Position position) {
        if (latest.isPresent() && timeMillis <= latest.get().timeMillis()) {
            return;
        }
        Fix fix = new Fix(timeMillis, plane.toPlane(position));
        course = courseTo(fix);
        previous = latest;
        latest = Optional.of(fix);
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting measured = each.next();
            if (measured.timeMillis <= timeMillis) {
                each.remove();
                place(measured, fix);
            }
        }
    }

    private OptionalDouble courseTo(Fix fix) {
        Optional<Fix> before = latest.filter(earlier -> isNear(earlier, fix));
        if (before.isEmpty()) {
            return OptionalDouble.empty();
        }
        Point start = before.get().point();
        return start.distanceTo(fix.point()) >= LEAST_WAY
                ? OptionalDouble.of(plane.course(start, fix.point()))
                : course;
    }

    private void place(Waiting measured, Fix fix) {
        antennaAt(measured.timeMillis, fix)
                .ifPresentOrElse(antenna -> place(measured, antenna), () -> drops.count(DropReason.NO_POSITION));
    }

    private Optional<Point> antennaAt(long timeMillis, Fix fix) {
        if (timeMillis == fix.timeMillis()) {
            return Optional.of(fix.point());
        }
        return previous.filter(before -> before.timeMillis() <= timeMillis && isNear(before, fix))
                .map(before -> before.between(fix, timeMillis));
    }

    private void place(Waiting measured, Point antenna) {
        if (settings.hasOffset() && course.isEmpty()) {
            drops.count(DropReason.NO_COURSE);
            return;
        }
        located.accept(new LocatedDepth(measured.timeMillis, sensor(antenna), measured.depth, measured.slope));
    }

    private Point sensor(Point antenna) {
        if (!settings.hasOffset()) {
            return antenna;
        }
        double facing = course.orElseThrow();
        Point ahead = plane.along(antenna, facing, settings.forwardMetres());
        return plane.along(ahead, facing + RIGHT_ANGLE, settings.rightMetres());
    }

    private boolean isNear(Fix before, Fix fix) {
        return fix.timeMillis() - before.timeMillis() <= settings.gapMillis();
    }

    private record Waiting(long timeMillis, double depth, double slope) {}
}
