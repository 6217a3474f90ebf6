package dev.firn.sensor.sht;

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

/** Sensirion SHT3x and SHT4x, sensors of the air. */
public final class ShtDriver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Repeatability> REPEATABILITY = DriverKey.of(
            "repeatability",
            SettingType.choice(Repeatability.class),
            Repeatability.HIGH,
            "How carefully it measures: high, medium or low; low is quicker, noisier and saves power. Default: high.");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final String TEMPERATURE_RANGE = "-40 to 125 Cel";
    private static final String HUMIDITY_RANGE = "0 to 100 %RH";

    private final ShtPart part;
    private final DriverKey<Integer> address;
    private final DriverDescriptor descriptor;

    private ShtDriver(
            ShtPart part, DriverKey<Integer> address, String name, String sentence, String wiring, Output... outputs) {
        this.part = part;
        this.address = address;
        this.descriptor = new DriverDescriptor(
                name,
                sentence,
                List.of("3.3 V, ground, SDA to pin 3, SCL to pin 5.", wiring),
                List.of(outputs),
                Duration.ofSeconds(10),
                List.of(BUS, address, REPEATABILITY, VIA));
    }

    /** SHT30, SHT31 and SHT35. */
    public static ShtDriver sht31() {
        return new ShtDriver(
                ShtPart.SHT31,
                DriverKey.i2cAddress(0x44, 0x45),
                "sht31",
                "Sensirion SHT30, SHT31, SHT35: temperature and humidity of the air.",
                "ADDR to ground: 0x44; to 3.3 V: 0x45.",
                Output.of(Quantity.AIR_TEMPERATURE, TEMPERATURE_RANGE, "SHT31: ±0.2 Cel from 0 to 90 Cel"),
                Output.of(Quantity.RELATIVE_HUMIDITY, HUMIDITY_RANGE, "SHT31: ±2 %RH"));
    }

    /** SHT40, SHT41 and SHT45. */
    public static ShtDriver sht4x() {
        return new ShtDriver(
                ShtPart.SHT4X,
                DriverKey.i2cAddress(0x44, 0x45, 0x46),
                "sht4x",
                "Sensirion SHT40, SHT41, SHT45: temperature and humidity of the air.",
                "The address is the part's: 0x44 of an SHT4x-A, 0x45 of a -B, 0x46 of a -C.",
                Output.of(Quantity.AIR_TEMPERATURE, TEMPERATURE_RANGE, "SHT40, SHT41: ±0.2 Cel; SHT45: ±0.1 Cel"),
                Output.of(Quantity.RELATIVE_HUMIDITY, HUMIDITY_RANGE, "SHT40, SHT41: ±1.8 %RH; SHT45: ±1 %RH"));
    }

    @Override
    public DriverDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return ShtAir.QUANTITIES;
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.i2c(settings.get(BUS), settings.get(address));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        String bus = settings.get(BUS);
        int at = settings.get(address);
        return switch (settings.get(VIA)) {
            case RAW -> new ShtSensor(context.buses().i2c(bus, at), part, settings.get(REPEATABILITY));
            case KERNEL ->
                new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, at, part.kernelNames()),
                        ShtDriver::readKernel);
        };
    }

    @Override
    public Optional<I2cPart> i2cPart() {
        return Optional.of(new ShtIdentity(part));
    }

    private static List<Measured> readKernel(KernelDevice device) {
        return ShtAir.measured(device.number("temp1_input") / 1000, device.number("humidity1_input") / 1000);
    }
}
