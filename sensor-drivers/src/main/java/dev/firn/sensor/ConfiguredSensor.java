package dev.firn.sensor;

import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.time.Duration;
import java.util.List;

/**
 * One sensor of a node, as the configuration says it.
 *
 * @param id its name, a level of MQTT topics
 * @param driver what kind of sensor it is
 * @param settings of the driver's keys
 * @param every how often it is measured
 */
public record ConfiguredSensor(String id, Driver driver, Settings settings, Duration every) {

    /** Checks the id and that the interval is one. */
    public ConfiguredSensor {
        if (!SeriesId.isSensorId(id)) {
            throw new IllegalArgumentException("sensor id \"" + id + "\"");
        }
        if (!every.isPositive()) {
            throw new IllegalArgumentException("interval " + every + " of " + id);
        }
    }

    /** What it measures. */
    public List<Quantity> quantities() {
        return driver.quantities(settings);
    }

    /** What it measures, as series. */
    public List<SeriesId> series() {
        return quantities().stream().map(quantity -> new SeriesId(id, quantity)).toList();
    }

    /** What it occupies. */
    public Wiring wiring() {
        return driver.wiring(settings);
    }
}
