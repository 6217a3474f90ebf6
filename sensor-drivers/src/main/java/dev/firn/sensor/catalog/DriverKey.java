package dev.firn.sensor.catalog;

/**
 * A key of a sensor's entry in the configuration.
 *
 * @param name lower case words joined by hyphens
 * @param required whether the entry must have it
 * @param sentence what it says, which values it takes, and what holds without it
 */
public record DriverKey(String name, boolean required, String sentence) {

    static DriverKey required(String name, String sentence) {
        return new DriverKey(name, true, sentence);
    }

    static DriverKey optional(String name, String sentence) {
        return new DriverKey(name, false, sentence);
    }
}
