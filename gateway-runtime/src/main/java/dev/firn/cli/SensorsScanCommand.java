package dev.firn.cli;

import com.pi4j.io.i2c.I2C;
import dev.firn.bus.BusException;
import dev.firn.bus.Buses;
import dev.firn.bus.linux.BusScan;
import dev.firn.bus.linux.BusScan.Adapter;
import dev.firn.bus.linux.BusScan.Address;
import dev.firn.bus.linux.BusScan.Chip;
import dev.firn.bus.linux.BusScan.Device;
import dev.firn.bus.linux.BusScan.Line;
import dev.firn.bus.linux.KernelBuses;
import dev.firn.sensor.I2cPart;
import dev.firn.sensor.catalog.DriverCatalog;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code firn sensors scan}: what answers on each bus, and what it says it is. */
@Command(
        name = "scan",
        description = "What answers on each bus and what it identifies as; reads only.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE)
final class SensorsScanCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        BusScan scan = BusScan.ofThisMachine();
        try (KernelBuses buses = new KernelBuses()) {
            scan.adapters().forEach(adapter -> print(out, adapter, buses));
        }
        printNone(out, scan.adapters(), "I2C bus", "dtparam=i2c_arm=on in config.txt makes i2c-1");
        scan.chips().forEach(chip -> print(out, chip));
        printNone(out, scan.chips(), "GPIO chip", "let the user be in the group gpio");
        printList(out, "1-Wire", scan.oneWire(), "dtoverlay=w1-gpio in config.txt makes the bus");
        printList(out, "Kernel drivers (iio)", names(scan.iio()), "");
        printList(out, "Kernel drivers (hwmon)", names(scan.hwmon()), "");
        printList(out, "Serial ports", scan.serialPorts(), "enable_uart=1 in config.txt makes /dev/ttyAMA0");
        return ExitCode.FINE;
    }

    private static void print(PrintWriter out, Adapter adapter, Buses buses) {
        out.printf("I2C %s  %s%n", adapter.bus(), adapter.name());
        for (Address address : adapter.addresses()) {
            out.printf("  0x%02x  %s%n", address.address(), describe(adapter, address, buses));
        }
        if (adapter.addresses().isEmpty() && adapter.trouble().isEmpty()) {
            out.println("  nothing answers");
        }
        if (!adapter.trouble().isEmpty()) {
            out.println("  stopped: " + adapter.trouble());
        }
    }

    private static String describe(Adapter adapter, Address address, Buses buses) {
        if (address.driver().isPresent()) {
            return "has the kernel's driver " + address.driver().get() + " (via: kernel)";
        }
        List<I2cPart> candidates = DriverCatalog.drivers().stream()
                .flatMap(driver -> driver.i2cPart().stream())
                .filter(part -> part.addresses().contains(address.address()))
                .toList();
        return candidates.stream()
                .flatMap(part -> identify(part, adapter, address, buses).stream())
                .findFirst()
                .orElseGet(() -> "answers, without an identity that Firn knows" + possible(address));
    }

    private static Optional<String> identify(I2cPart part, Adapter adapter, Address address, Buses buses) {
        try (I2C device = buses.i2c(adapter.bus(), address.address())) {
            return part.identify(device);
        } catch (BusException e) {
            return Optional.empty(); // it is another part, to which the question means nothing
        }
    }

    /** Parts without an identity that can be at the address. */
    private static String possible(Address address) {
        String claim = "0x%02x".formatted(address.address());
        List<String> names = DriverCatalog.drivers().stream()
                .map(driver -> driver.descriptor())
                .filter(driver -> driver.key("address")
                        .filter(key -> key.sentence().contains(claim))
                        .isPresent())
                .map(driver -> driver.name())
                .toList();
        return names.isEmpty() ? "" : "; the place of: " + String.join(", ", names);
    }

    private static void print(PrintWriter out, Chip chip) {
        out.printf("GPIO %s  %s, %d lines%n", chip.label(), chip.path(), chip.lines());
        for (Line line : chip.inUse()) {
            out.printf("  line %d %s in use by %s%n", line.line(), line.name(), line.consumer());
        }
        if (!chip.trouble().isEmpty()) {
            out.println("  " + chip.trouble());
        }
    }

    private static List<String> names(List<Device> devices) {
        return devices.stream()
                .map(device -> device.name() + "  /sys/" + device.directory())
                .toList();
    }

    private static void printList(PrintWriter out, String title, List<String> entries, String cure) {
        out.println(title);
        entries.forEach(entry -> out.println("  " + entry));
        if (entries.isEmpty()) {
            out.println("  none" + (cure.isEmpty() ? "" : "; " + cure));
        }
    }

    private static void printNone(PrintWriter out, List<?> found, String what, String cure) {
        if (found.isEmpty()) {
            out.println("no " + what + "; " + cure);
        }
    }
}
