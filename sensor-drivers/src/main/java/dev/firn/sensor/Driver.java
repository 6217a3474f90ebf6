package dev.firn.sensor;

import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.Optional;

/** A kind of sensor that can be configured: one package each, one line in the catalogue. Stateless. */
public interface Driver {

    /** How the catalogue shows it. */
    DriverDescriptor descriptor();

    /** What a sensor with these settings measures, in the order in which it is published. */
    List<Quantity> quantities(Settings settings);

    /** What a sensor with these settings occupies. */
    Wiring wiring(Settings settings);

    /** Which of these settings are impossible together. */
    default List<SettingConflict> conflicts(Settings settings) {
        return List.of();
    }

    /**
     * Opens what the sensor is connected to; says nothing to the part yet.
     *
     * @throws dev.firn.bus.BusException when the bus is not there
     */
    Sensor open(Settings settings, SensorContext context);

    /** How a scan recognises the part, for those on an I2C bus that say what they are. */
    default Optional<I2cPart> i2cPart() {
        return Optional.empty();
    }
}
