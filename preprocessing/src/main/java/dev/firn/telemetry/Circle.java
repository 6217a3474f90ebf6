package dev.firn.telemetry;

/** Directions in degrees, 0 and 360 being the same. */
public final class Circle {

    private static final double FULL = 360;
    private static final double HALF = 180;

    private Circle() {}

    /** The same direction from 0 inclusive to 360 exclusive. */
    public static double normalised(double degrees) {
        double rest = degrees % FULL;
        double turned = rest < 0 ? rest + FULL : rest;
        // Adding 360 to an angle just below 0 gives exactly 360; and −0 is 0.
        return turned >= FULL ? 0 : turned + 0.0;
    }

    /** The short way from one direction to another, −180 to 180, clockwise positive. */
    public static double turn(double fromDegrees, double toDegrees) {
        double turn = normalised(toDegrees - fromDegrees);
        return turn > HALF ? turn - FULL : turn;
    }
}
