package dev.firn.preprocessor.snow.grid;

import dev.firn.telemetry.Circle;

/**
 * The slope's plane: metres on two axes from an origin on WGS84. Immutable.
 *
 * <p>Equirectangular projection about the origin with the ellipsoid's radii of curvature there (Snyder 1987, "Map
 * Projections: A Working Manual", USGS Professional Paper 1395, equations 4-18 and 4-20 for the radii, page 90 for the
 * projection). The scale from west to east is that of the origin's latitude, so the error grows with the square of the
 * distance: at 47 degrees 0.17 m for a point 1 km north and 1 km east, less than 0.02 m within 300 m. That is below
 * what a satellite receiver knows. The plane is level: distances along a slope of 20 degrees are 6 % longer than on it.
 *
 * @param origin where both axes begin; not within a degree of a pole
 * @param bearing where the x axis points, degrees clockwise from true north, 0 to 360; the y axis points 90 degrees to
 *     its left, so that with 90 x is east and y is north
 */
public record LocalPlane(Position origin, double bearing) {

    private static final double EQUATORIAL_RADIUS_M = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
    private static final double GREATEST_LATITUDE = 89;
    private static final double FULL_CIRCLE = 360;

    /** Checks that the origin is not at a pole and that the bearing is one. */
    public LocalPlane {
        if (!(Math.abs(origin.latitude()) <= GREATEST_LATITUDE)) {
            throw new IllegalArgumentException("origin at latitude " + origin.latitude()
                    + ": want -89 to 89 degrees, the projection fails at poles");
        }
        if (!(bearing >= 0 && bearing <= FULL_CIRCLE)) {
            throw new IllegalArgumentException("bearing of the x axis " + bearing + ": want 0 to 360 degrees");
        }
    }

    /** Where the position lies on the plane. */
    public Point toPlane(Position position) {
        double east = metresPerDegreeEast() * (position.longitude() - origin.longitude());
        double north = metresPerDegreeNorth() * (position.latitude() - origin.latitude());
        return new Point(east * sine() + north * cosine(), north * sine() - east * cosine());
    }

    /** The position of a place on the plane. */
    public Position toEarth(Point point) {
        double east = point.x() * sine() - point.y() * cosine();
        double north = point.x() * cosine() + point.y() * sine();
        return new Position(
                origin.latitude() + north / metresPerDegreeNorth(), origin.longitude() + east / metresPerDegreeEast());
    }

    /** The course from one place to another, degrees clockwise from true north, from 0 to below 360. */
    public double course(Point from, Point to) {
        double toTheLeft = Math.toDegrees(Math.atan2(to.y() - from.y(), to.x() - from.x()));
        return Circle.normalised(bearing - toTheLeft);
    }

    /** The place so many metres from this one in the direction of the course. */
    public Point along(Point from, double course, double metres) {
        double toTheLeft = Math.toRadians(bearing - course);
        return from.plus(metres * Math.cos(toTheLeft), metres * Math.sin(toTheLeft));
    }

    private double metresPerDegreeNorth() {
        double curvature = curvature();
        return Math.toRadians(EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED) / (curvature * curvature * curvature));
    }

    private double metresPerDegreeEast() {
        return Math.toRadians(EQUATORIAL_RADIUS_M / curvature() * Math.cos(Math.toRadians(origin.latitude())));
    }

    private double curvature() {
        double sine = Math.sin(Math.toRadians(origin.latitude()));
        return Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
    }

    private double sine() {
        return Math.sin(Math.toRadians(bearing));
    }

    private double cosine() {
        return Math.cos(Math.toRadians(bearing));
    }
}
