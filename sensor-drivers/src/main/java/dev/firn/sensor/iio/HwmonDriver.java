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

/** A channel of a device of the kernel's hardware monitoring. */
public final class HwmonDriver extends KernelFilesDriver {

    private static final DriverKey<String> CHANNEL = DriverKey.required(
            "channel",
            SettingType.matching(
                    "[a-z]+\\d+", "is no channel of hwmon", "write the file's name without _input, such as temp1"),
            "The channel: the file's name without _input, such as temp1 or humidity1. Required.");

    /** A driver for what has none of its own. */
    public HwmonDriver() {
        super(
                "hwmon",
                "Any part that the kernel has as a hwmon device: one channel of it.",
                List.of("As the kernel's driver for the part says; its dtoverlay in config.txt."),
                List.of(Output.of(
                        Quantity.AIR_TEMPERATURE, "that of the part, as of any quantity", "that of the part")),
                CHANNEL,
                ChannelKind.HWMON);
    }

    @Override
    KernelDevice find(Sysfs sysfs, String name, Optional<String> of) {
        return KernelDevice.hwmon(sysfs, name, of);
    }

    @Override
    Measured read(KernelDevice device, String channelName, Quantity quantity, double factor) {
        String fault = channelName + "_fault";
        if (device.has(fault) && device.number(fault) != 0) {
            return Measured.missing(quantity, "the kernel's driver reports a fault: " + fault);
        }
        return Measured.of(quantity, device.number(channelName + "_input") * factor);
    }
}
