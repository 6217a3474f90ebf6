package dev.firn.sensor.iio;

import dev.firn.bus.Sysfs;
import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Measured;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.kernel.KernelDevice;
import dev.firn.sensor.kernel.KernelSensor;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One channel of a device that a driver of the kernel has, found by name. */
abstract class KernelFilesDriver implements Driver {

    private static final DriverKey<String> NAME = DriverKey.required(
            "name",
            SettingType.WORD,
            "The device's name, as in the file name of its directory, such as bme280. Required: numbers change from boot"
                    + " to boot.");
    private static final DriverKey<Quantity> QUANTITY = DriverKey.required(
            "quantity", SettingType.QUANTITY, "What the channel measures: a quantity that Firn knows. Required.");
    private static final DriverKey<Double> FACTOR = DriverKey.optional(
            "factor",
            SettingType.number(-1e9, 1e9),
            "By what the kernel's value is multiplied. Default: what makes the quantity's unit of the kernel's.");
    private static final DriverKey<String> OF = DriverKey.optional(
            "of",
            SettingType.WORD,
            "Which device, where several have the name: what it is connected through, such as 1-0076 or i2c-1.");

    private final List<ChannelKind> kinds;
    private final DriverKey<String> channel;
    private final DriverDescriptor descriptor;

    KernelFilesDriver(
            String driver,
            String sentence,
            List<String> wiring,
            List<Output> outputs,
            DriverKey<String> channel,
            List<ChannelKind> kinds) {
        this.kinds = kinds;
        this.channel = channel;
        this.descriptor = new DriverDescriptor(
                driver,
                sentence,
                wiring,
                outputs,
                Duration.ofSeconds(10),
                List.of(NAME, channel, QUANTITY, FACTOR, OF));
    }

    /** Finds the device. */
    abstract KernelDevice find(Sysfs sysfs, String name, Optional<String> of);

    /** What a channel of it says now, the kernel's value times the factor. */
    abstract Measured read(KernelDevice device, String channelName, Quantity quantity, double factor);

    @Override
    public DriverDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return List.of(settings.get(QUANTITY));
    }

    /** Each device has a thread of its own, since nobody knows which of them share a bus. */
    @Override
    public Wiring wiring(Settings settings) {
        String device = settings.get(NAME) + settings.find(OF).map("@"::concat).orElse("");
        return new Wiring(descriptor.name() + ":" + device, Set.of("channel " + settings.get(channel)));
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        if (settings.has(FACTOR)) {
            return List.of();
        }
        Quantity quantity = settings.get(QUANTITY);
        Optional<ChannelKind> kind = kind(settings);
        if (kind.isEmpty()) {
            return List.of(new SettingConflict(
                    FACTOR.name(),
                    "is missing, and Firn does not know the unit of " + settings.get(channel),
                    "set what makes " + quantity.unit() + " of the kernel's value"));
        }
        return kind.get().unit().equals(quantity.unit())
                ? List.of()
                : List.of(new SettingConflict(
                        QUANTITY.name(),
                        "is in %s, but %s in %s"
                                .formatted(
                                        quantity.unit(),
                                        settings.get(channel),
                                        kind.get().unit()),
                        "choose another quantity, or set factor"));
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        String name = settings.get(NAME);
        String channelName = settings.get(channel);
        Quantity quantity = settings.get(QUANTITY);
        double factor = settings.find(FACTOR)
                .or(() -> kind(settings).map(ChannelKind::factor))
                .orElse(1.0);
        return new KernelSensor(
                () -> find(context.buses().sysfs(), name, settings.find(OF)),
                device -> List.of(read(device, channelName, quantity, factor)));
    }

    private Optional<ChannelKind> kind(Settings settings) {
        return ChannelKind.of(settings.get(channel), kinds);
    }
}
