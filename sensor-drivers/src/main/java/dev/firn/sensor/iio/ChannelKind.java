package dev.firn.sensor.iio;

import java.util.List;
import java.util.Optional;

/**
 * A kind of channel whose unit the kernel's rules fix. Source: kernel documentation, {@code ABI/testing/sysfs-bus-iio}
 * and {@code hwmon/sysfs-interface}.
 *
 * @param name with which the names of its channels begin, before a number or a modifier
 * @param factor by which the kernel's values become those of the SenML unit
 * @param unit in SenML
 */
record ChannelKind(String name, double factor, String unit) {

    /** IIO: temperature and humidity in thousandths, pressure in kPa, voltage in mV, the rest as it is. */
    static final List<ChannelKind> IIO = List.of(
            new ChannelKind("in_temp", 0.001, "Cel"),
            new ChannelKind("in_humidityrelative", 0.001, "%RH"),
            new ChannelKind("in_pressure", 1000, "Pa"),
            new ChannelKind("in_illuminance", 1, "lx"),
            new ChannelKind("in_distance", 1, "m"),
            new ChannelKind("in_voltage", 0.001, "V"),
            new ChannelKind("in_accel", 1, "m/s2"),
            new ChannelKind("in_anglvel", 1, "rad/s"));

    /** hwmon: all in thousandths. */
    static final List<ChannelKind> HWMON = List.of(
            new ChannelKind("temp", 0.001, "Cel"),
            new ChannelKind("humidity", 0.001, "%RH"),
            new ChannelKind("in", 0.001, "V"));

    /** The kind of a channel such as {@code in_temp_object}, {@code in_voltage0} or {@code temp1}. */
    static Optional<ChannelKind> of(String channel, List<ChannelKind> kinds) {
        return kinds.stream()
                .filter(kind -> channel.matches(kind.name() + "(\\d.*|_.*)?"))
                .findFirst();
    }
}
