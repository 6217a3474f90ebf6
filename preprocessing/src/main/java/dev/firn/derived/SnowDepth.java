package dev.firn.derived;

import java.util.OptionalDouble;

/**
 * Snow depth from an ultrasonic distance: mount height − distance · cos(tilt), the distance corrected for the speed of
 * sound (Campbell Scientific, manuals of SR50A and SnowVUE 10). An air temperature that is wrong by 1 K makes 5 mm at
 * 3 m. Lengths in m, temperatures in °C.
 *
 * @param mountHeight of the sensor above bare ground, above 0
 * @param tiltDegrees angle of the beam off the vertical, 0 to below 90
 * @param blindZone distance below which the sensor sees nothing, 0 or more
 * @param assumedCelsius air temperature that the sensor reckons with; empty if it measures it
 */
public record SnowDepth(double mountHeight, double tiltDegrees, double blindZone, OptionalDouble assumedCelsius) {

    private static final double STEEPEST_TILT = 90;

    /** Checks the lengths and the angle. */
    public SnowDepth {
        if (!(mountHeight > 0) || Double.isInfinite(mountHeight)) {
            throw new IllegalArgumentException("mount height " + mountHeight + " m is not above 0");
        }
        if (!(tiltDegrees >= 0 && tiltDegrees < STEEPEST_TILT)) {
            throw new IllegalArgumentException("tilt " + tiltDegrees + " deg is not from 0 to below 90");
        }
        if (!(blindZone >= 0 && blindZone < mountHeight)) {
            throw new IllegalArgumentException(
                    "blind zone " + blindZone + " m is not from 0 to below the mount height of " + mountHeight + " m");
        }
    }

    /**
     * The depth of the snow under the sensor; a little below 0 without any.
     *
     * @param celsius air temperature; not looked at if the sensor measures it
     */
    public double depth(double distance, double celsius) {
        double corrected = assumedCelsius.isPresent()
                ? distance * SpeedOfSound.correction(assumedCelsius.getAsDouble(), celsius)
                : distance;
        return mountHeight - corrected * Math.cos(Math.toRadians(tiltDegrees));
    }

    /** Whether snow of this depth reaches into the blind zone or above the sensor, where it cannot be measured. */
    public boolean isBeyondSight(double depth) {
        return depth > mountHeight - blindZone;
    }
}
