package dev.firn.config;

import dev.firn.sensor.ConfiguredSensor;
import java.util.List;

/**
 * The sensors that are connected.
 *
 * @param sensors in the order of the file
 */
public record LiveConfig(List<ConfiguredSensor> sensors) implements SensorsConfig {

    /** Copies the list. */
    public LiveConfig {
        sensors = List.copyOf(sensors);
    }

    @Override
    public int count() {
        return sensors.size();
    }
}
