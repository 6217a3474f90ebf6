package dev.firn.sensor.vl53l1x;

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

/** ST VL53L1X, a distance sensor. */
public final class Vl53l1xDriver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x29);
    private static final DriverKey<DistanceMode> MODE = DriverKey.of(
            "distance-mode",
            SettingType.choice(DistanceMode.class),
            DistanceMode.LONG,
            "short: to 1.3 m, least troubled by the sun. long: to 4 m in the dark. Default: long.");
    private static final DriverKey<Integer> BUDGET = DriverKey.of(
            "timing-budget-ms",
            SettingType.oneOf(15, 20, 33, 50, 100, 200, 500),
            100,
            "How long it looks, the longer the steadier: 15 (short only), 20, 33, 50, 100, 200 or 500. Default: 100.");
    private static final DriverKey<Via> VIA = DriverKey.via();
    private static final Set<String> KERNEL_NAMES = Set.of("vl53l1x", "vl53l1x-i2c");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "vl53l1x",
            "ST VL53L1X: distance by the flight of light.",
            List.of(
                    "3.3 V (most boards: 3.3 or 5 V), ground, SDA to pin 3, SCL to pin 5; XSHUT open.",
                    "Always at 0x29.",
                    "At 100 kHz or 400 kHz."),
            List.of(Output.of(Quantity.DISTANCE, "0.04 to 4 m, short: to 1.3 m", "±20 mm in the dark")),
            Duration.ofSeconds(1),
            List.of(BUS, ADDRESS, MODE, BUDGET, VIA));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(Quantity.DISTANCE);
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.i2c(settings.get(BUS), settings.get(ADDRESS));
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        return settings.get(MODE).has(settings.get(BUDGET))
                ? List.of()
                : List.of(new SettingConflict(
                        BUDGET.name(),
                        "distance-mode long has no timing budget of " + settings.get(BUDGET) + " ms",
                        "set 20 or more, or distance-mode: short"));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        String bus = settings.get(BUS);
        int address = settings.get(ADDRESS);
        return switch (settings.get(VIA)) {
            case RAW -> new Vl53l1xSensor(context.buses().i2c(bus, address), settings.get(MODE), settings.get(BUDGET));
            case KERNEL ->
                new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, KERNEL_NAMES),
                        device -> List.of(Measured.of(Quantity.DISTANCE, device.channel("in_distance"))));
        };
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(new Part());
    }

    private static final class Part implements I2cPart {

        private static final int MODEL_OF_VL53L0X = 0xC0;

        @Override
        public Set<Integer> addresses() {
            return Set.of(0x29);
        }

        /** To a VL53L0X, which has registers of 8 bits, the address of this one's model would be a setting. */
        @Override
        public Optional<String> identify(I2C device) {
            if (device.readRegister(MODEL_OF_VL53L0X) == 0xEE) {
                return Optional.empty();
            }
            return Vl53l1xSensor.readWord(device, Vl53l1xSensor.MODEL) == Vl53l1xSensor.IDENTITY
                    ? Optional.of("VL53L1X (identity 0xeacc)")
                    : Optional.empty();
        }
    }
}
