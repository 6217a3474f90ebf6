package dev.firn.preprocessor.snow.grid;

/**
 * Where the groomer's antenna was.
 *
 * @param timeMillis when, milliseconds since 1970-01-01T00:00Z
 * @param point where on the plane
 */
public record Fix(long timeMillis, Point point) {

    /** Where it was at a time between this fix and a later one, had it driven straight and evenly. */
    Point between(Fix later, long atMillis) {
        return point.towards(later.point, (double) (atMillis - timeMillis) / (later.timeMillis - timeMillis));
    }
}
