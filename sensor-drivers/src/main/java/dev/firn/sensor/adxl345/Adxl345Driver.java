package dev.firn.sensor.adxl345;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Via;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.kernel.KernelDevice;
import dev.firn.sensor.kernel.KernelSensor;
import dev.firn.sensor.tilt.Acceleration;
import dev.firn.sensor.tilt.TiltKeys;
import dev.firn.sensor.tilt.TiltWatch;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Analog Devices ADXL345, an accelerometer. */
public final class Adxl345Driver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x53, 0x1D);
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "adxl345",
            "Analog Devices ADXL345: acceleration and tilt.",
            List.of(
                    "3.3 V, ground, SDA to pin 3, SCL to pin 5; CS to 3.3 V, which selects I2C.",
                    "SDO (ALT ADDRESS) to ground: 0x53; to 3.3 V: 0x1d.",
                    "Its x axis forward, y to the left, the print up; firmly on the chassis.",
                    "At 100 kHz or 400 kHz."),
            TiltKeys.outputs("±150 mg (x, y), ±250 mg (z), scale ±10 %"),
            Duration.ofSeconds(1),
            List.of(BUS, ADDRESS, TiltKeys.ACCELERATION_RANGE, VIA));

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
                new Adxl345Sensor(
                        context.buses().i2c(bus, address), settings.get(TiltKeys.ACCELERATION_RANGE), System::nanoTime);
            case KERNEL -> {
                TiltWatch watch = new TiltWatch();
                yield new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, Set.of("adxl345")),
                        device -> watch.judge(Acceleration.of(device), false, System.nanoTime()));
            }
        };
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(
                I2cPart.withIdentity("ADXL345", Adxl345Sensor.DEVICE_ID, Adxl345Sensor.IDENTITY, 0x53, 0x1D));
    }
}
