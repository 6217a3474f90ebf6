package dev.firn.sensor.bh1750;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
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
import java.util.Set;

/** ROHM BH1750FVI, a light sensor. */
public final class Bh1750Driver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x23, 0x5C);
    private static final DriverKey<Integer> MEASUREMENT_TIME = DriverKey.of(
            "measurement-time",
            SettingType.integer(31, 254),
            31,
            "The part's measurement time register: 31 reaches 121 klx, enough for the sun on snow; 69 halves the steps"
                    + " and ends at 54 klx. Default: 31.");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "bh1750",
            "ROHM BH1750: illuminance.",
            List.of(
                    "3.3 V, ground, SDA to pin 3, SCL to pin 5.",
                    "ADDR open or to ground: 0x23; to 3.3 V: 0x5c.",
                    "At 100 kHz or 400 kHz."),
            List.of(Output.of(Quantity.ILLUMINANCE, "0.4 to 121,000 lx", "±20 %")),
            Duration.ofSeconds(10),
            List.of(BUS, ADDRESS, MEASUREMENT_TIME, VIA));

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
    public Sensor open(Settings settings, SensorContext context) {
        String bus = settings.get(BUS);
        int address = settings.get(ADDRESS);
        return switch (settings.get(VIA)) {
            case RAW -> new Bh1750Sensor(context.buses().i2c(bus, address), settings.get(MEASUREMENT_TIME));
            case KERNEL ->
                new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, Set.of("bh1750")),
                        device -> List.of(Measured.of(Quantity.ILLUMINANCE, device.channel("in_illuminance"))));
        };
    }
}
