package dev.firn.sensor.ultrasonic;

import dev.firn.sensor.Measured;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import java.util.Locale;

/**
 * Snow height below a sensor on a mast.
 *
 * @param mountHeight of the sensor above the bare ground, vertically, in m
 * @param tilt of its beam from the vertical, in degrees
 * @param blindZone below this distance it cannot measure, in m
 */
record SnowHeight(double mountHeight, double tilt, double blindZone) {

    /**
     * What a distance means.
     *
     * @param distance of the snow along the beam; one that is suspect makes the height suspect, too
     */
    Measured of(Measured distance) {
        if (distance.flag() == QualityFlag.MISSING) {
            return Measured.missing(Quantity.SNOW_HEIGHT, distance.reason());
        }
        double height = mountHeight - distance.value() * Math.cos(Math.toRadians(tilt));
        if (height < Quantity.SNOW_HEIGHT.min()) {
            return Measured.failed(
                    Quantity.SNOW_HEIGHT, height, words("%.2f m below the ground: check mount-height-m", -height));
        }
        double highest = mountHeight - blindZone;
        if (height > highest) {
            return Measured.failed(
                    Quantity.SNOW_HEIGHT, height, words("above %.2f m, where the sensor is blind", highest));
        }
        return distance.reason().isEmpty()
                ? Measured.of(Quantity.SNOW_HEIGHT, height)
                : Measured.suspect(Quantity.SNOW_HEIGHT, height, distance.reason());
    }

    private static String words(String format, double metres) {
        return String.format(Locale.ROOT, format, metres);
    }
}
