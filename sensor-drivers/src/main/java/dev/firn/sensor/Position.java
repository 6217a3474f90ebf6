package dev.firn.sensor;

import dev.firn.telemetry.Quantity;

/**
 * Where a station stands, in WGS84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param altitude metres above sea level, -500 to 9000
 */
public record Position(double latitude, double longitude, double altitude) {

    /** Checks that the place is on the Earth's surface. */
    public Position {
        check(Quantity.LATITUDE, latitude);
        check(Quantity.LONGITUDE, longitude);
        check(Quantity.ALTITUDE, altitude);
    }

    private static void check(Quantity coordinate, double value) {
        if (!(value >= coordinate.min() && value <= coordinate.max())) {
            throw new IllegalArgumentException(
                    coordinate.name() + " " + value + ": want " + coordinate.min() + " to " + coordinate.max());
        }
    }
}
