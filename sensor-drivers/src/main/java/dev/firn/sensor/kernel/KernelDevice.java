package dev.firn.sensor.kernel;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.Sysfs;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A device of the kernel's industrial I/O (IIO) or hardware monitoring (hwmon), in its directory of sysfs. A read asks
 * the part and takes as long as that does.
 *
 * <p>Rules of the files: kernel documentation, {@code ABI/testing/sysfs-bus-iio} and {@code hwmon/sysfs-interface}.
 *
 * @param sysfs where it is
 * @param directory its directory from the root of sysfs
 */
public record KernelDevice(Sysfs sysfs, String directory) {

    private static final String IIO = "bus/iio/devices";
    private static final String HWMON = "class/hwmon";

    /**
     * The device that the kernel's driver has made of an I2C part.
     *
     * @param bus such as {@code i2c-1}
     * @param names what the driver may call it
     * @throws BusException if no driver has the part, or one with another name
     */
    public static KernelDevice onI2c(Sysfs sysfs, String bus, int address, Set<String> names) {
        String client = "bus/i2c/devices/%s-%04x".formatted(bus.substring("i2c-".length()), address);
        String directory = below(sysfs, client)
                .orElseThrow(() -> new BusException(
                        "/sys/" + client,
                        BusFault.NO_DEVICE,
                        "no driver of the kernel has it; add its dtoverlay to config.txt, or set via: raw"));
        String name = sysfs.text(directory + "/name");
        if (!names.contains(name)) {
            throw new BusException("/sys/" + client, BusFault.IN_USE, "the kernel says it is " + name);
        }
        return new KernelDevice(sysfs, directory);
    }

    /** The only IIO device with this name. */
    public static KernelDevice iio(Sysfs sysfs, String name) {
        return iio(sysfs, name, Optional.empty());
    }

    /**
     * The IIO device with this name.
     *
     * @param of which one, where several have the name: what it is connected through, such as {@code 1-0076}
     * @throws BusException if there is none, or more than one
     */
    public static KernelDevice iio(Sysfs sysfs, String name, Optional<String> of) {
        return named(sysfs, IIO, name, of);
    }

    /**
     * The hwmon device with this name.
     *
     * @param of which one, where several have the name: what it is connected through, such as {@code 1-0044}
     * @throws BusException if there is none, or more than one
     */
    public static KernelDevice hwmon(Sysfs sysfs, String name, Optional<String> of) {
        return named(sysfs, HWMON, name, of);
    }

    /**
     * The value of an IIO channel such as {@code in_temp}, in the units of the IIO rules (temperature and humidity in
     * thousandths, pressure in kPa, illuminance in lx): what the driver has worked out itself, or else (raw + offset)
     * · scale.
     */
    public double channel(String channel) {
        String path = directory + "/" + channel;
        if (sysfs.has(path + "_input")) {
            return sysfs.number(path + "_input");
        }
        double offset = attribute(channel, "offset").orElse(0);
        double scale = attribute(channel, "scale").orElse(1);
        return (sysfs.number(path + "_raw") + offset) * scale;
    }

    /** The number in one of its files, such as {@code temp1_input}. */
    public double number(String file) {
        return sysfs.number(directory + "/" + file);
    }

    /** Whether it has this file. */
    public boolean has(String file) {
        return sysfs.has(directory + "/" + file);
    }

    /** A channel's own attribute, or the one that all channels of its type share: {@code in_temp_scale}. */
    private OptionalDouble attribute(String channel, String attribute) {
        return Stream.of(channel, type(channel))
                .map(owner -> owner + "_" + attribute)
                .filter(this::has)
                .mapToDouble(this::number)
                .findFirst();
    }

    /** {@code in_temp} of {@code in_temp_object}, {@code in_voltage} of {@code in_voltage3}. */
    private static String type(String channel) {
        return channel.replaceFirst("^(in_[a-z]+).*", "$1");
    }

    private static KernelDevice named(Sysfs sysfs, String directory, String name, Optional<String> of) {
        List<String> found = sysfs.named(directory, name).stream()
                .filter(path -> of.isEmpty() || sysfs.ancestors(path).contains(of.get()))
                .toList();
        if (found.size() == 1) {
            return new KernelDevice(sysfs, found.getFirst());
        }
        String place = "/sys/" + directory;
        String called = "called " + name + of.map(" of "::concat).orElse("");
        throw found.isEmpty()
                ? new BusException(place, BusFault.NO_DEVICE, "none is " + called)
                : new BusException(
                        place,
                        BusFault.FAILED,
                        "%d are %s; say which with the key of: %s"
                                .formatted(found.size(), called, choices(sysfs, found)));
    }

    /** What tells devices of one name apart: the nearest thing that each is connected through. */
    private static String choices(Sysfs sysfs, List<String> devices) {
        return devices.stream()
                .map(device -> sysfs.ancestors(device).stream()
                        .filter(above -> !above.equals("hwmon"))
                        .findFirst()
                        .orElse(device))
                .collect(Collectors.joining(", "));
    }

    /** Where an I2C client's device lies: {@code iio:deviceN} in it, or {@code hwmon/hwmonN}. */
    private static Optional<String> below(Sysfs sysfs, String client) {
        List<String> iio = sysfs.list(client).stream()
                .filter(name -> name.startsWith("iio:device"))
                .map(name -> client + "/" + name)
                .toList();
        List<String> hwmon = sysfs.list(client + "/hwmon").stream()
                .map(name -> client + "/hwmon/" + name)
                .toList();
        return iio.stream().findFirst().or(() -> hwmon.stream().findFirst());
    }
}
