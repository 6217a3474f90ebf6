package dev.firn.sensor.lsm303agr;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Via;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.kernel.KernelDevice;
import dev.firn.sensor.kernel.KernelSensor;
import dev.firn.sensor.lsm303agr.Lsm303AgrCounts.Resolution;
import dev.firn.sensor.tilt.Acceleration;
import dev.firn.sensor.tilt.TiltKeys;
import dev.firn.sensor.tilt.TiltWatch;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ST LSM303AGR, and the LSM303DLHC before it: the accelerometer in it. */
public final class Lsm303AgrDriver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x19);
    private static final DriverKey<Resolution> RESOLUTION = DriverKey.of(
            "resolution",
            SettingType.choice(Resolution.class),
            Resolution.HIGH,
            "high: 12 bits, normal: 10 bits, low-power: 8 bits. Default: high.");
    private static final DriverKey<Via> VIA = DriverKey.via();
    private static final Set<String> KERNEL_NAMES = Set.of("lsm303agr_accel", "lsm303dlhc_accel");

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "lsm303agr",
            "ST LSM303AGR or LSM303DLHC: acceleration and tilt.",
            List.of(
                    "3.3 V, ground, SDA to pin 3, SCL to pin 5.",
                    "The accelerometer is always at 0x19; the magnetometer at 0x1e is not read.",
                    "Its x axis forward, y to the left, the print up; firmly on the chassis.",
                    "At 100 kHz or 400 kHz."),
            TiltKeys.outputs("±40 mg"),
            Duration.ofSeconds(1),
            List.of(BUS, ADDRESS, TiltKeys.ACCELERATION_RANGE, RESOLUTION, VIA));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return TiltWatch.QUANTITIES;
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
            case RAW ->
                new Lsm303AgrSensor(
                        context.buses().i2c(bus, address),
                        new Lsm303AgrCounts(settings.get(RESOLUTION), settings.get(TiltKeys.ACCELERATION_RANGE)),
                        System::nanoTime);
            case KERNEL -> {
                TiltWatch watch = new TiltWatch();
                yield new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, KERNEL_NAMES),
                        device -> watch.judge(Acceleration.of(device), false, System.nanoTime()));
            }
        };
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(I2cPart.withIdentity("LSM303AGR", Lsm303AgrSensor.WHO_AM_I, Lsm303AgrSensor.IDENTITY, 0x19));
    }
}
