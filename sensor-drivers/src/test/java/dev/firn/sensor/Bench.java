package dev.firn.sensor;

import dev.firn.bus.Buses;
import java.util.Map;
import java.util.OptionalDouble;

/** Opens a sensor as the gateway does: from the texts of its entry in the configuration. */
public final class Bench {

    private Bench() {}

    /** A sensor without neighbours. */
    public static Sensor open(Driver driver, Map<String, String> settings, Buses buses) {
        return open(driver, settings, buses, series -> OptionalDouble.empty());
    }

    /** A sensor that can ask what others said. */
    public static Sensor open(Driver driver, Map<String, String> settings, Buses buses, LatestValues latest) {
        return driver.open(settings(driver, settings), new SensorContext(buses, latest));
    }

    /** The settings that the texts mean. */
    public static Settings settings(Driver driver, Map<String, String> texts) {
        try {
            return Settings.parse(driver.descriptor(), texts);
        } catch (SettingException e) {
            throw new AssertionError(e);
        }
    }
}
