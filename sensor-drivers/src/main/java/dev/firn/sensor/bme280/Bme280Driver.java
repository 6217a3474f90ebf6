package dev.firn.sensor.bme280;

import com.pi4j.io.i2c.I2C;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Via;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.kernel.KernelDevice;
import dev.firn.sensor.kernel.KernelSensor;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bosch BME280 and BMP280, sensors of the air. */
public final class Bme280Driver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x76, 0x77);
    private static final DriverKey<Integer> TEMPERATURE_SAMPLES = oversampling("temperature");
    private static final DriverKey<Integer> PRESSURE_SAMPLES = oversampling("pressure");
    private static final DriverKey<Integer> HUMIDITY_SAMPLES = oversampling("humidity");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final List<String> WIRING = List.of(
            "3.3 V, ground, SDA to pin 3, SCL to pin 5.",
            "SDO to ground: 0x76; to 3.3 V: 0x77. CSB to 3.3 V.",
            "In the air's flow and out of the sun: in a closed box it reads 1 to 2 K too warm.");
    private static final Output TEMPERATURE =
            Output.of(Quantity.AIR_TEMPERATURE, "-40 to 85 Cel", "±0.5 Cel at 25 Cel, ±1 Cel from 0 to 65 Cel");
    private static final Output HUMIDITY =
            Output.of(Quantity.RELATIVE_HUMIDITY, "0 to 100 %RH", "±3 %RH from 20 to 80 %RH at 25 Cel");
    private static final Output PRESSURE =
            Output.of(Quantity.AIR_PRESSURE, "30,000 to 110,000 Pa", "±100 Pa from 0 to 65 Cel, ±170 Pa below");

    private final Bme280Part part;
    private final DriverDescriptor descriptor;

    private Bme280Driver(Bme280Part part, DriverDescriptor descriptor) {
        this.part = part;
        this.descriptor = descriptor;
    }

    /** The part with humidity. */
    public static Bme280Driver bme280() {
        return new Bme280Driver(
                Bme280Part.BME280,
                new DriverDescriptor(
                        Bme280Part.BME280.driver(),
                        "Bosch BME280: temperature, humidity and pressure of the air.",
                        WIRING,
                        List.of(TEMPERATURE, HUMIDITY, PRESSURE),
                        Duration.ofSeconds(10),
                        List.of(BUS, ADDRESS, TEMPERATURE_SAMPLES, PRESSURE_SAMPLES, HUMIDITY_SAMPLES, VIA)));
    }

    /** The part without. */
    public static Bme280Driver bmp280() {
        return new Bme280Driver(
                Bme280Part.BMP280,
                new DriverDescriptor(
                        Bme280Part.BMP280.driver(),
                        "Bosch BMP280: temperature and pressure of the air.",
                        WIRING,
                        List.of(TEMPERATURE, PRESSURE),
                        Duration.ofSeconds(10),
                        List.of(BUS, ADDRESS, TEMPERATURE_SAMPLES, PRESSURE_SAMPLES, VIA)));
    }

    @Override
    public DriverDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return part.quantities();
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.i2c(settings.get(BUS), settings.get(ADDRESS));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        String bus = settings.get(BUS);
        int address = settings.get(ADDRESS);
        return switch (settings.get(VIA)) {
            case RAW -> new Bme280Sensor(context.buses().i2c(bus, address), part, oversampling(settings));
            case KERNEL ->
                new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, part.kernelNames()),
                        this::readKernel);
        };
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(new ByIdentity(part));
    }

    private List<Measured> readKernel(KernelDevice device) {
        Measured temperature = Bme280Air.temperature(device.channel("in_temp") / 1000);
        Measured pressure = Bme280Air.pressure(device.channel("in_pressure") * 1000);
        if (!part.hasHumidity()) {
            return List.of(temperature, pressure);
        }
        double percent = device.channel("in_humidityrelative") / 1000;
        return List.of(temperature, Measured.of(Quantity.RELATIVE_HUMIDITY, percent), pressure);
    }

    private static Bme280Oversampling oversampling(Settings settings) {
        return new Bme280Oversampling(
                settings.get(TEMPERATURE_SAMPLES), settings.get(PRESSURE_SAMPLES), settings.get(HUMIDITY_SAMPLES));
    }

    private static DriverKey<Integer> oversampling(String what) {
        return DriverKey.of(
                "oversampling-" + what,
                SettingType.oneOf(List.of(1, 2, 4, 8, 16), String::valueOf),
                1,
                "How many measurements of the " + what
                        + " are made into one: 1, 2, 4, 8 or 16; more are quieter and warm the part. Default: 1.");
    }

    private record ByIdentity(Bme280Part part) implements I2cPart {
        @Override
        public Set<Integer> addresses() {
            return Set.of(0x76, 0x77);
        }

        @Override
        public Optional<String> identify(I2C device) {
            int identity = device.readRegister(Bme280Sensor.IDENTITY);
            return identity == part.identity()
                    ? Optional.of("%s (identity 0x%02x)".formatted(part, identity))
                    : Optional.empty();
        }
    }
}
