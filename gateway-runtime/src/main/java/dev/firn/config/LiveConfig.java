package dev.firn.config;

import dev.firn.sensor.ConfiguredSensor;
import dev.firn.source.mqtt.SourceSettings;
import java.util.List;

/**
 * The sensors that are connected, or that a broker speaks for.
 *
 * @param sensors those of parts, in the order of the file
 * @param sources those of brokers, in the order of the file
 */
public record LiveConfig(List<ConfiguredSensor> sensors, List<SourceSettings> sources) implements SensorsConfig {

    /** Copies the lists. */
    public LiveConfig {
        sensors = List.copyOf(sensors);
        sources = List.copyOf(sources);
    }

    @Override
    public int count() {
        return sensors.size() + sources.size();
    }
}
