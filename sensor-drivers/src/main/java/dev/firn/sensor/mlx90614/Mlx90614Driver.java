package dev.firn.sensor.mlx90614;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingConflict;
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

/** Melexis MLX90614, an infrared thermometer. */
public final class Mlx90614Driver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.of(
            "address",
            SettingType.integer(0x03, 0x77),
            Mlx90614Part.USUAL_ADDRESS,
            "The I2C address; another one than 0x5a has to be in the part's EEPROM. Default: 0x5a.");
    private static final DriverKey<Quantity> QUANTITY = DriverKey.of(
            "quantity",
            SettingType.TEMPERATURE,
            Quantity.SNOW_SURFACE_TEMPERATURE,
            "What it looks at: any temperature that Firn knows, surface-temperature for what is no snow. Default:"
                    + " snow-surface-temperature.");
    private static final DriverKey<Boolean> PACKET_ERROR_CODE = DriverKey.of(
            "pec",
            SettingType.TRUTH,
            true,
            "Whether the checksum (packet error code) of each word counts. Default: true; false for adapters that"
                    + " damage it.");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "mlx90614",
            "Melexis MLX90614: temperature of the surface that it looks at.",
            List.of(
                    "3.3 V (the part for 3 V), ground, SDA to pin 3, SCL to pin 5.",
                    "At 100 kHz, not faster.",
                    "Let it look straight down; its field of view is 90° wide on the usual part."),
            List.of(
                    Output.of(Quantity.SENSOR_TEMPERATURE, "-40 to 125 °C", "±0.5 K"),
                    Output.of(
                            Quantity.SNOW_SURFACE_TEMPERATURE,
                            "-70 to 380 °C",
                            "±0.5 K around 0 °C; on snow below a clear sky up to 0.5 K too cold")),
            Duration.ofSeconds(10),
            List.of(BUS, ADDRESS, QUANTITY, PACKET_ERROR_CODE, VIA));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.SENSOR_TEMPERATURE, settings.get(QUANTITY));
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.i2c(settings.get(BUS), settings.get(ADDRESS));
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        return settings.get(QUANTITY).equals(Quantity.SENSOR_TEMPERATURE)
                ? List.of(new SettingConflict(
                        QUANTITY.name(), "is the part's own temperature, which it says anyway", "say what it looks at"))
                : List.of();
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(new Mlx90614Part());
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        String bus = settings.get(BUS);
        int address = settings.get(ADDRESS);
        Quantity object = settings.get(QUANTITY);
        return switch (settings.get(VIA)) {
            case RAW -> new Mlx90614Sensor(context.buses().i2c(bus, address), object, settings.get(PACKET_ERROR_CODE));
            case KERNEL ->
                new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, Set.of("mlx90614")),
                        device -> List.of(
                                Measured.of(Quantity.SENSOR_TEMPERATURE, device.channel("in_temp_ambient") / 1000),
                                Measured.of(object, device.channel("in_temp_object") / 1000)));
        };
    }
}
