package dev.firn.bus.linux;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.Sysfs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is connected to a machine, as far as the kernel and the parts themselves tell.
 *
 * @param adapters its I2C buses, by number
 * @param chips its GPIO chips, by number
 * @param oneWire ids of the slaves on its 1-Wire buses, such as {@code 28-0123456789ab}
 * @param iio devices that drivers of the kernel offer through IIO
 * @param hwmon devices that drivers of the kernel offer through hwmon
 * @param serialPorts paths of its serial ports, such as {@code /dev/ttyAMA0}
 */
public record BusScan(
        List<Adapter> adapters,
        List<Chip> chips,
        List<String> oneWire,
        List<Device> iio,
        List<Device> hwmon,
        List<String> serialPorts) {

    private static final int LOWEST_ADDRESS = 0x08;
    private static final int HIGHEST_ADDRESS = 0x77;

    private static final Pattern I2C_BUS = Pattern.compile("i2c-\\d+");
    private static final Pattern ONE_WIRE = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{12}");
    private static final Pattern ALWAYS_REAL = Pattern.compile("tty(AMA|USB|ACM)\\d+");
    private static final Pattern REAL_IF_FOUND = Pattern.compile("ttyS\\d+");

    /** What the type of a serial port says that the kernel has made room for, but not found. */
    private static final String NOT_FOUND = "0";

    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** Copies the lists. */
    public BusScan {
        adapters = List.copyOf(adapters);
        chips = List.copyOf(chips);
        oneWire = List.copyOf(oneWire);
        iio = List.copyOf(iio);
        hwmon = List.copyOf(hwmon);
        serialPorts = List.copyOf(serialPorts);
    }

    /**
     * An I2C bus.
     *
     * @param bus as the kernel names it, such as {@code i2c-1}
     * @param name what its driver calls it; may be empty
     * @param addresses who answers, by address
     * @param trouble why there may be others; empty if nothing came between
     */
    public record Adapter(String bus, String name, List<Address> addresses, String trouble) {

        /** Copies the addresses. */
        public Adapter {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * An address at which there is somebody.
     *
     * @param address 0x08 to 0x77
     * @param driver the driver of the kernel that has it, which nobody else may ask then
     */
    public record Address(int address, Optional<String> driver) {}

    /**
     * A GPIO chip.
     *
     * @param path its device file now
     * @param label what it calls itself, such as {@code pinctrl-bcm2711}
     * @param lines how many lines it has
     * @param inUse those that somebody has
     * @param trouble why it cannot be looked at; empty if it can
     */
    public record Chip(String path, String label, int lines, List<Line> inUse, String trouble) {

        /** Copies the lines. */
        public Chip {
            inUse = List.copyOf(inUse);
        }
    }

    /**
     * A GPIO line.
     *
     * @param line its number on the chip
     * @param name what the board calls it, such as {@code GPIO17}; may be empty
     * @param consumer who has it; may be empty
     */
    public record Line(int line, String name, String consumer) {}

    /**
     * A device that a driver of the kernel offers.
     *
     * @param directory below {@code /sys}, such as {@code bus/iio/devices/iio:device0}; its number may change
     * @param name what it is found by, such as {@code bme280}
     */
    public record Device(String directory, String name) {}

    /** Looks at this machine. Takes a second at most, and one more for each bus that is held low. */
    public static BusScan ofThisMachine() {
        return of(new Sysfs(Path.of("/sys")), Path.of("/dev"));
    }

    static BusScan of(Sysfs sysfs, Path devices) {
        return new BusScan(
                adapters(sysfs),
                new GpioChips(devices).paths().stream().map(BusScan::chip).toList(),
                sysfs.list("bus/w1/devices").stream()
                        .filter(ONE_WIRE.asMatchPredicate())
                        .toList(),
                named(sysfs, "bus/iio/devices"),
                named(sysfs, "class/hwmon"),
                serialPorts(sysfs, devices));
    }

    private static List<Adapter> adapters(Sysfs sysfs) {
        return sysfs.list("bus/i2c/devices").stream()
                .filter(I2C_BUS.asMatchPredicate())
                .sorted(BY_NUMBER)
                .map(bus -> adapter(sysfs, bus))
                .toList();
    }

    private static Adapter adapter(Sysfs sysfs, String bus) {
        List<Address> addresses = new ArrayList<>();
        String trouble = "";
        try {
            int number = Integer.parseInt(bus.substring("i2c-".length()));
            for (int address = LOWEST_ADDRESS; address <= HIGHEST_ADDRESS; address++) {
                at(sysfs, number, address).ifPresent(addresses::add);
            }
        } catch (BusException e) {
            trouble = String.valueOf(e.getMessage());
        }
        return new Adapter(bus, textOf(sysfs, "bus/i2c/devices/" + bus + "/name"), addresses, trouble);
    }

    private static Optional<Address> at(Sysfs sysfs, int bus, int address) {
        try (I2cFile device = I2cFile.open(bus, address)) {
            return device.answers() ? Optional.of(new Address(address, Optional.empty())) : Optional.empty();
        } catch (BusException e) {
            if (e.fault() != BusFault.IN_USE) {
                throw e;
            }
            return Optional.of(new Address(address, Optional.of(driver(sysfs, bus, address))));
        }
    }

    private static String driver(Sysfs sysfs, int bus, int address) {
        return textOf(sysfs, "bus/i2c/devices/%d-%04x/name".formatted(bus, address));
    }

    private static Chip chip(String path) {
        try (GpioChip chip = GpioChip.open(path)) {
            return new Chip(path, chip.label(), chip.lines(), inUse(chip), "");
        } catch (BusException e) {
            return new Chip(path, "", 0, List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static List<Line> inUse(GpioChip chip) {
        return chip.all()
                .boxed()
                .flatMap(
                        line -> chip.consumer(line).map(consumer -> new Line(line, chip.name(line), consumer)).stream())
                .toList();
    }

    private static List<Device> named(Sysfs sysfs, String directory) {
        return sysfs.list(directory).stream()
                .map(entry -> directory + "/" + entry)
                .filter(path -> sysfs.has(path + "/name"))
                .map(path -> new Device(path, textOf(sysfs, path + "/name")))
                .toList();
    }

    private static List<String> serialPorts(Sysfs sysfs, Path devices) {
        Predicate<String> isReal =
                port -> !textOf(sysfs, "class/tty/" + port + "/type").equals(NOT_FOUND)
                        && sysfs.has("class/tty/" + port + "/device");
        return new Sysfs(devices)
                .list(".").stream()
                        .filter(port -> ALWAYS_REAL.matcher(port).matches()
                                || (REAL_IF_FOUND.matcher(port).matches() && isReal.test(port)))
                        .sorted(BY_NUMBER)
                        .map(port -> devices.resolve(port).toString())
                        .toList();
    }

    /** What may be gone by the time it is read is as good as empty. */
    private static String textOf(Sysfs sysfs, String file) {
        try {
            return sysfs.text(file);
        } catch (BusException e) {
            return "";
        }
    }
}
