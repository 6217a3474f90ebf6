package dev.firn.preprocessor.snow.push;

import dev.firn.preprocessor.snow.grid.GridLayout;
import dev.firn.preprocessor.snow.grid.Point;
import java.util.TreeSet;

/**
 * Pushes that the blade does in one go, because they lie on one line: it takes snow from several cells on its way and
 * leaves it in several. It grows from one push. For one thread.
 */
final class BladeLine {

    // Ours. Half a cell and a little: cells beside the line that a blade as wide as a cell touches.
    private static final double GREATEST_OFFSET_CELLS = 0.6;
    private static final double GREATEST_TURN_DEGREES = 15;
    // To the next cell in any direction, and a little.
    private static final double GREATEST_GAP_CELLS = 1.5;

    private final GridLayout layout;
    private final Point origin;
    private final double unitX;
    private final double unitY;
    private final TreeSet<Integer> sources = new TreeSet<>();
    private int from;
    private int to;
    private double volume;

    /** The line of a straight push. */
    BladeLine(GridLayout layout, Push push) {
        this.layout = layout;
        origin = layout.centre(push.from());
        Point end = layout.centre(push.to());
        unitX = (end.x() - origin.x()) / push.distance();
        unitY = (end.y() - origin.y()) / push.distance();
        from = push.from();
        to = push.to();
    }

    /** Takes so many m³ of the push along. */
    void take(Push push, double cubicMetres) {
        volume += cubicMetres;
        sources.add(push.from());
        from = along(push.from()) < along(from) ? push.from() : from;
        to = along(push.to()) > along(to) ? push.to() : to;
    }

    /** Whether the push lies on the line, in its direction and without a gap. */
    boolean fits(Push push) {
        double gap = GREATEST_GAP_CELLS * layout.cellMetres();
        double start = along(push.from());
        return push.isStraight()
                && isBeside(push.from())
                && isBeside(push.to())
                && along(push.to()) - start >= push.distance() * Math.cos(Math.toRadians(GREATEST_TURN_DEGREES))
                && start >= along(from) - gap
                && start <= along(to)
                && along(push.to()) <= along(to) + gap;
    }

    double volume() {
        return volume;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The cut in the cells that give snow, metres on average. */
    double cut() {
        return volume / (sources.size() * layout.cellArea());
    }

    private boolean isBeside(int cell) {
        Point centre = layout.centre(cell);
        double offset = (centre.y() - origin.y()) * unitX - (centre.x() - origin.x()) * unitY;
        return Math.abs(offset) <= GREATEST_OFFSET_CELLS * layout.cellMetres();
    }

    private double along(int cell) {
        Point centre = layout.centre(cell);
        return (centre.x() - origin.x()) * unitX + (centre.y() - origin.y()) * unitY;
    }
}
