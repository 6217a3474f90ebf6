package dev.firn.sensor.tsl2591;

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

/** ams TSL2591, a light sensor. */
public final class Tsl2591Driver implements Driver {

    private static final int ONLY_ADDRESS = 0x29;

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(ONLY_ADDRESS);
    private static final DriverKey<Gain> GAIN = DriverKey.optional(
            "gain",
            SettingType.choice(Gain.class),
            "low (1), medium (25), high (428) or maximum (9876). Without it the part looks for the right one by"
                    + " itself.");
    private static final DriverKey<IntegrationTime> TIME = DriverKey.of(
            "integration-time",
            SettingType.oneOf(List.of(IntegrationTime.values()), IntegrationTime::word),
            IntegrationTime.MS_100,
            "100ms to 600ms in steps of 100ms; longer is finer and saturates sooner. Default: 100ms.");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "tsl2591",
            "ams TSL2591: illuminance, and the share of infrared in the light.",
            List.of("3.3 V, ground, SDA to pin 3, SCL to pin 5.", "The address is always 0x29."),
            List.of(
                    Output.of(Quantity.ILLUMINANCE, "0.0004 to 88,000 lx", "not stated by the data sheet"),
                    Output.of(Quantity.INFRARED_RATIO, "0 to 1", "not stated by the data sheet")),
            Duration.ofSeconds(10),
            List.of(BUS, ADDRESS, GAIN, TIME, VIA));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return Tsl2591Light.QUANTITIES;
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
            case RAW -> raw(context.buses().i2c(bus, address), settings);
            case KERNEL ->
                new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, Set.of("tsl2591")),
                        Tsl2591Driver::readKernel);
        };
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(new ByIdentity());
    }

    private static Sensor raw(I2C device, Settings settings) {
        IntegrationTime time = settings.get(TIME);
        return settings.find(GAIN)
                .map(gain -> Tsl2591Sensor.fixed(device, time, gain))
                .orElseGet(() -> Tsl2591Sensor.automatic(device, time));
    }

    private static List<Measured> readKernel(KernelDevice device) {
        return List.of(
                Measured.of(Quantity.ILLUMINANCE, device.channel("in_illuminance")),
                Tsl2591Light.ratio(device.channel("in_intensity_ir"), device.channel("in_intensity_both")));
    }

    private record ByIdentity() implements I2cPart {
        @Override
        public Set<Integer> addresses() {
            return Set.of(ONLY_ADDRESS);
        }

        @Override
        public Optional<String> identify(I2C device) {
            return device.readRegister(Tsl2591Sensor.IDENTITY) == Tsl2591Sensor.IDENTITY_CODE
                    ? Optional.of("TSL2591 (identity 0x50)")
                    : Optional.empty();
        }
    }
}
