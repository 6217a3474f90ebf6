package dev.firn.sensor.iio;

import dev.firn.bus.Sysfs;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Measured;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.kernel.KernelDevice;
import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.Optional;

/** A channel of a device of the kernel's industrial I/O. */
public final class IioDriver extends KernelFilesDriver {

    private static final DriverKey<String> CHANNEL = DriverKey.required(
            "channel",
            SettingType.matching(
                    "in_[a-z0-9_-]+(?<!_raw|_input|_scale|_offset)",
                    "is no channel of IIO",
                    "write the file's name without _raw or _input, such as in_temp"),
            "The channel: the file's name without _raw or _input, such as in_temp or in_voltage0. Required.");

    /** A driver for what has none of its own. */
    public IioDriver() {
        super(
                "iio",
                "Any part that the kernel has as an IIO device: one channel of it.",
                List.of("As the kernel's driver for the part says; its dtoverlay in config.txt."),
                List.of(Output.of(
                        Quantity.AIR_TEMPERATURE, "that of the part, as of any quantity", "that of the part")),
                CHANNEL,
                ChannelKind.IIO);
    }

    @Override
    KernelDevice find(Sysfs sysfs, String name, Optional<String> of) {
        return KernelDevice.iio(sysfs, name, of);
    }

    @Override
    Measured read(KernelDevice device, String channelName, Quantity quantity, double factor) {
        return Measured.of(quantity, device.channel(channelName) * factor);
    }
}
