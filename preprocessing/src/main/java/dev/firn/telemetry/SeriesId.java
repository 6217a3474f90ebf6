package dev.firn.telemetry;

import java.util.regex.Pattern;

/**
 * One line of measurements: what one sensor says of one quantity. Printed as {@code sensor/quantity}.
 *
 * @param sensor the sensor's id in the configuration: letters, digits, {@code . _ -}; it is a level of MQTT topics
 * @param quantity what is measured
 */
public record SeriesId(String sensor, Quantity quantity) {

    private static final Pattern SENSOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Checks that the sensor's id can be a topic level. */
    public SeriesId {
        if (!isSensorId(sensor)) {
            throw new IllegalArgumentException(
                    "sensor id \"" + sensor + "\": want letters, digits, '.', '_' and '-', a letter or a digit first");
        }
    }

    /** Whether the text can be a sensor's id. */
    public static boolean isSensorId(String text) {
        return SENSOR.matcher(text).matches();
    }

    @Override
    public String toString() {
        return sensor + "/" + quantity.name();
    }
}
