package dev.firn.preprocessor.snow.grid;

/**
 * A depth and where it was measured.
 *
 * @param timeMillis when, milliseconds since 1970-01-01T00:00Z
 * @param point where on the plane
 * @param depth metres
 * @param slope of the ground there, degrees; NaN if nobody knows
 */
public record LocatedDepth(long timeMillis, Point point, double depth, double slope) {}
