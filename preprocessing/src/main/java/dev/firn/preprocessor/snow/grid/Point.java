package dev.firn.preprocessor.snow.grid;

/**
 * A place on the slope's plane.
 *
 * @param x metres along the x axis
 * @param y metres along the y axis, which points to the left of the x axis
 */
public record Point(double x, double y) {

    /** Metres to the other place. */
    public double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The place that lies this part of the way to the other: 0 here, 1 there. */
    public Point towards(Point other, double part) {
        return new Point(x + part * (other.x - x), y + part * (other.y - y));
    }

    /** The place so many metres further along both axes. */
    public Point plus(double moreX, double moreY) {
        return new Point(x + moreX, y + moreY);
    }
}
