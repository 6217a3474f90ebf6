package dev.firn.sensor.veml7700;

import com.pi4j.io.i2c.I2C;
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

/** Vishay VEML7700, a light sensor. */
public final class Veml7700Driver implements Driver {

    private static final int ONLY_ADDRESS = 0x10;

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(ONLY_ADDRESS);
    private static final DriverKey<Gain> GAIN = DriverKey.optional(
            "gain",
            SettingType.oneOf(List.of(Gain.values()), Gain::word),
            "1/8, 1/4, 1 or 2, together with integration-time. Without both it looks for the right range by itself.");
    private static final DriverKey<IntegrationTime> TIME = DriverKey.optional(
            "integration-time",
            SettingType.oneOf(List.of(IntegrationTime.values()), IntegrationTime::word),
            "25ms, 50ms, 100ms, 200ms, 400ms or 800ms, together with gain."
                    + " Without both it looks for the right range by itself.");
    private static final DriverKey<Double> RESOLUTION = DriverKey.of(
            "resolution",
            SettingType.number(0.001, 0.01),
            0.0042,
            "Lux for each count at gain 2 and 800 ms. The data sheet says 0.0042, its older editions 0.0036."
                    + " Default: 0.0042.");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "veml7700",
            "Vishay VEML7700: illuminance.",
            List.of("3.3 V, ground, SDA to pin 3, SCL to pin 5.", "The address is always 0x10."),
            List.of(Output.of(Quantity.ILLUMINANCE, "0.0042 to 120,000 lx", "not stated by the data sheet")),
            Duration.ofSeconds(10),
            List.of(BUS, ADDRESS, GAIN, TIME, RESOLUTION, VIA));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.ILLUMINANCE);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.i2c(settings.get(BUS), settings.get(ADDRESS));
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        if (settings.has(GAIN) == settings.has(TIME)) {
            return List.of();
        }
        String given = settings.has(GAIN) ? GAIN.name() : TIME.name();
        String missing = settings.has(GAIN) ? TIME.name() : GAIN.name();
        return List.of(new SettingConflict(
                given, given + " without " + missing + " is half a range", "add " + missing + ", or remove " + given));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        String bus = settings.get(BUS);
        int address = settings.get(ADDRESS);
        return switch (settings.get(VIA)) {
            case RAW ->
                new Veml7700Sensor(context.buses().i2c(bus, address), ladder(settings), settings.get(RESOLUTION));
            // Kernels up to 6.12 know the VEML7700 only as its sibling.
            case KERNEL ->
                new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, Set.of("veml7700", "veml6030")),
                        device -> List.of(Measured.of(Quantity.ILLUMINANCE, device.channel("in_illuminance"))));
        };
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(new ByIdentity());
    }

    private static Veml7700Ladder ladder(Settings settings) {
        return settings.find(GAIN)
                .flatMap(gain -> settings.find(TIME).map(time -> new Veml7700Range(gain, time)))
                .map(Veml7700Ladder::fixed)
                .orElse(Veml7700Ladder.AUTOMATIC);
    }

    private record ByIdentity() implements I2cPart {
        @Override
        public Set<Integer> addresses() {
            return Set.of(ONLY_ADDRESS);
        }

        @Override
        public Optional<String> identify(I2C device) {
            int identity = Veml7700Sensor.read(device, Veml7700Sensor.IDENTITY);
            return (identity & 0xFF) == Veml7700Sensor.IDENTITY_CODE
                    ? Optional.of("VEML7700 (identity 0x%04x)".formatted(identity))
                    : Optional.empty();
        }
    }
}
