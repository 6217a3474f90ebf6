package dev.firn.sensor.mpu6050;

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
import dev.firn.sensor.tilt.Acceleration;
import dev.firn.sensor.tilt.TiltKeys;
import dev.firn.sensor.tilt.TiltWatch;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** InvenSense MPU-6050, an accelerometer and gyroscope. */
public final class Mpu6050Driver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x68, 0x69);
    private static final DriverKey<Integer> RATE_RANGE = DriverKey.of(
            "rate-range",
            SettingType.oneOf(250, 500, 1000, 2000),
            250,
            "The gyroscope's range each way in degrees a second: 250, 500, 1000 or 2000. Default: 250, which is finest.");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final List<Quantity> OTHERS = List.of(
            Quantity.ANGULAR_RATE_X, Quantity.ANGULAR_RATE_Y, Quantity.ANGULAR_RATE_Z, Quantity.SENSOR_TEMPERATURE);

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "mpu6050",
            "InvenSense MPU-6050: acceleration, angular rate and tilt.",
            List.of(
                    "3.3 V (a GY-521 board: 3.3 or 5 V), ground, SDA to pin 3, SCL to pin 5.",
                    "AD0 open or to ground: 0x68; to 3.3 V: 0x69.",
                    "Its x axis forward, y to the left, the print up; firmly on the chassis.",
                    "At 100 kHz or 400 kHz."),
            Stream.concat(
                            TiltKeys.outputs("±50 mg (x, y), ±80 mg (z), scale ±3 %").stream(),
                            Stream.of(
                                    rate(Quantity.ANGULAR_RATE_X),
                                    rate(Quantity.ANGULAR_RATE_Y),
                                    rate(Quantity.ANGULAR_RATE_Z),
                                    Output.of(Quantity.SENSOR_TEMPERATURE, "-40 to 85 Cel", "±1 K")))
                    .toList(),
            Duration.ofSeconds(1),
            List.of(BUS, ADDRESS, TiltKeys.ACCELERATION_RANGE, RATE_RANGE, VIA));

    private static Output rate(Quantity quantity) {
        return Output.of(quantity, "±4.36 to ±34.9 rad/s", "±0.35 rad/s of offset, scale ±3 %");
    }

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return Stream.concat(TiltWatch.QUANTITIES.stream(), OTHERS.stream()).toList();
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
                new Mpu6050Sensor(
                        context.buses().i2c(bus, address),
                        new Mpu6050Motion(settings.get(TiltKeys.ACCELERATION_RANGE), settings.get(RATE_RANGE)),
                        System::nanoTime);
            case KERNEL -> {
                TiltWatch watch = new TiltWatch();
                yield new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, Set.of("mpu6050")),
                        device -> read(device, watch));
            }
        };
    }

    private static List<Measured> read(KernelDevice device, TiltWatch watch) {
        return Stream.concat(
                        watch.judge(Acceleration.of(device), false, System.nanoTime()).stream(),
                        Stream.of(
                                Measured.of(Quantity.ANGULAR_RATE_X, device.channel("in_anglvel_x")),
                                Measured.of(Quantity.ANGULAR_RATE_Y, device.channel("in_anglvel_y")),
                                Measured.of(Quantity.ANGULAR_RATE_Z, device.channel("in_anglvel_z")),
                                Measured.of(Quantity.SENSOR_TEMPERATURE, device.channel("in_temp") / 1000)))
                .toList();
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(
                I2cPart.withIdentity("MPU-6050", Mpu6050Sensor.WHO_AM_I, Mpu6050Sensor.IDENTITY, 0x68, 0x69));
    }
}
