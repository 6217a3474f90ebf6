package dev.firn.preprocessor.snow.grid;

/**
 * A place on the earth in WGS84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Position(double latitude, double longitude) {

    private static final double POLE = 90;
    private static final double DATE_LINE = 180;

    /** Checks both ranges. */
    public Position {
        if (!(Math.abs(latitude) <= POLE) || !(Math.abs(longitude) <= DATE_LINE)) {
            throw new IllegalArgumentException("position " + latitude + ", " + longitude
                    + ": want a latitude of -90 to 90 and a longitude of -180 to 180 degrees");
        }
    }
}
