package dev.firn.sensor.mlx90614;

import com.pi4j.io.i2c.I2C;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.telemetry.Quantity;

/** An MLX90614 that Firn speaks to. It measures all the time by itself. */
final class Mlx90614Sensor implements Sensor {

    /** Data sheet: emissivity can be set from 0.1 to 1.0. */
    private static final double LEAST_EMISSIVITY = 0.1;

    private final I2C device;
    private final Quantity object;
    private final boolean checked;

    /**
     * A thermometer.
     *
     * @param object what it looks at
     * @param checked whether packet error codes count
     */
    Mlx90614Sensor(I2C device, Quantity object, boolean checked) {
        this.device = device;
        this.object = object;
        this.checked = checked;
    }

    /** A part whose emissivity cannot be true has lost its EEPROM, or is none. */
    @Override
    public Step initialise() {
        double emissivity = Mlx90614Word.emissivity(Mlx90614Part.read(device, Mlx90614Part.EMISSIVITY, checked));
        if (emissivity < LEAST_EMISSIVITY) {
            throw new SensorFaultException(
                    "emissivity %.4f: not an MLX90614, or its EEPROM is damaged".formatted(emissivity));
        }
        return Step.finished();
    }

    @Override
    public Step measure() {
        int ambient = Mlx90614Part.read(device, Mlx90614Part.AMBIENT, checked);
        int seen = Mlx90614Part.read(device, Mlx90614Part.OBJECT, checked);
        return Step.finished(
                Mlx90614Word.measured(Quantity.SENSOR_TEMPERATURE, ambient, -40, 125),
                Mlx90614Word.measured(object, seen, -70, 380));
    }

    @Override
    public void close() {
        device.close();
    }
}
