package dev.firn.rigs.demo.night;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Metres of the slope as degrees. Lengths of a degree after the usual series for the WGS 84 ellipsoid (National
 * Geospatial-Intelligence Agency, "Length of a degree of latitude and longitude"). Stateless.
 */
final class Earth {

    /** Of the slope's south-western corner. */
    static final double LATITUDE = 46.8299;
    /** Of the slope's south-western corner. */
    static final double LONGITUDE = 9.8093;

    private static final int DECIMALS = 8;
    private static final double PHI = Math.toRadians(LATITUDE);
    private static final double NORTH = 111_132.92 - 559.82 * Math.cos(2 * PHI) + 1.175 * Math.cos(4 * PHI);
    private static final double EAST = 111_412.84 * Math.cos(PHI) - 93.5 * Math.cos(3 * PHI);

    private Earth() {}

    static BigDecimal latitude(double metresNorth) {
        return degrees(LATITUDE + metresNorth / NORTH);
    }

    static BigDecimal longitude(double metresEast) {
        return degrees(LONGITUDE + metresEast / EAST);
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
