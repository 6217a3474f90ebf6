package dev.firn.sensor.kernel;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.Sysfs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** The IIO device with this name. */
    public static KernelDevice iio(Sysfs sysfs, String name) {
        return named(sysfs, IIO, name);
    }

    /** The hwmon device with this name. */
    public static KernelDevice hwmon(Sysfs sysfs, String name) {
        return named(sysfs, HWMON, name);
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
        return (sysfs.number(path + "_raw") + orElse(path + "_offset", 0)) * orElse(path + "_scale", 1);
    }

    /** The number in one of its files, such as {@code temp1_input}. */
    public double number(String file) {
        return sysfs.number(directory + "/" + file);
    }

    private double orElse(String file, double otherwise) {
        return sysfs.has(file) ? sysfs.number(file) : otherwise;
    }

    private static KernelDevice named(Sysfs sysfs, String directory, String name) {
        return sysfs.named(directory, name)
                .map(found -> new KernelDevice(sysfs, found))
                .orElseThrow(() -> new BusException("/sys/" + directory, BusFault.NO_DEVICE, "none is called " + name));
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
