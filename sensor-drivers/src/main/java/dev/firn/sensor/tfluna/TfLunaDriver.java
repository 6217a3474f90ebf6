package dev.firn.sensor.tfluna;

import com.pi4j.io.i2c.I2C;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.serial.TalkingPart;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Benewake TF-Luna, a distance sensor: at a serial port where the settings name one, on an I2C bus otherwise. */
public final class TfLunaDriver implements Driver {

    private static final int USUAL_ADDRESS = 0x10;
    private static final int BAUD = 115_200;

    private static final DriverKey<String> PORT = DriverKey.optional(
            "port",
            SettingType.DEVICE_FILE,
            "The serial port, such as /dev/ttyAMA1, where it is connected to one. Without it: I2C.");
    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.of(
            "address",
            SettingType.integer(0x08, 0x77),
            USUAL_ADDRESS,
            "The I2C address, 0x08 to 0x77: it can be set in the part. Default: 0x10.");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "tf-luna",
            "Benewake TF-Luna: distance by the flight of light.",
            List.of(
                    "5 V (150 mA in peaks), ground; its signals have 3.3 V.",
                    "I2C: pin 5 of the part to ground, its pin 2 (SDA) to pin 3, its pin 3 (SCL) to pin 5.",
                    "Serial: pin 5 of the part open, its pin 3 (TXD) to pin 10 (RXD) or to another port's RXD."),
            List.of(
                    Output.of(Quantity.DISTANCE, "0.2 to 8 m, less on snow in the sun", "±6 cm to 3 m, ±2 % beyond"),
                    Output.of(Quantity.SIGNAL_STRENGTH, "0 to 65,535, from 100 on usable", "not stated"),
                    Output.of(Quantity.SENSOR_TEMPERATURE, "-10 to 60 Cel", "not stated")),
            Duration.ofSeconds(1),
            List.of(PORT, BUS, ADDRESS));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return TfLunaEcho.QUANTITIES;
    }

    @Override
    public Wiring wiring(Settings settings) {
        return settings.find(PORT)
                .map(Wiring::alone)
                .orElseGet(() -> Wiring.i2c(settings.get(BUS), settings.get(ADDRESS)));
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        return settings.has(PORT) && (settings.has(BUS) || settings.has(ADDRESS))
                ? List.of(new SettingConflict(
                        PORT.name(),
                        "the part is at a serial port or on an I2C bus, not both",
                        "remove port, or remove bus and address"))
                : List.of();
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        Optional<String> port = settings.find(PORT);
        return port.isPresent()
                ? new TfLunaSerialSensor(new TalkingPart<>(
                        context.buses().serial(port.get(), BAUD), new TfLunaFrames(), System::nanoTime))
                : new TfLunaI2cSensor(context.buses().i2c(settings.get(BUS), settings.get(ADDRESS)));
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(new I2cPart() {
            @Override
            public Set<Integer> addresses() {
                return Set.of(USUAL_ADDRESS);
            }

            @Override
            public Optional<String> identify(I2C device) {
                return TfLunaI2cSensor.hasSignature(device) ? Optional.of("TF-Luna (says LUNA)") : Optional.empty();
            }
        });
    }
}
