package dev.firn.cli;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.catalog.DriverCatalog;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firn sensors list}: the catalogue, or one driver of it with wiring, units, ranges and accuracy. */
@Command(
        name = "list",
        description = "The drivers; with a name, one of them with wiring, range, accuracy and settings.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCode.USAGE)
final class SensorsListCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DRIVER", description = "Name of a driver, such as bme280.")
    private String driverName = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (driverName.isEmpty()) {
            DriverCatalog.drivers().forEach(driver -> printLine(out, driver.descriptor()));
            out.printf("%-14s %s%n", "mqtt", "Sensors that publish to a broker on this node.");
            out.printf("%-14s %s%n", DriverCatalog.REPLAY, "A recorded file in the place of sensors.");
        } else {
            print(out, driver().descriptor());
        }
        return ExitCode.FINE;
    }

    private Driver driver() {
        return DriverCatalog.named(driverName)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no driver " + driverName + "; there are: "
                                + String.join(", ", DriverCatalog.names())));
    }

    private static void printLine(PrintWriter out, DriverDescriptor driver) {
        out.printf("%-14s %s%n", driver.name(), driver.sentence());
    }

    private static void print(PrintWriter out, DriverDescriptor driver) {
        printLine(out, driver);
        out.println("\nMeasures:");
        for (Output output : driver.outputs()) {
            out.printf("  %-26s %-6s %s; %s%n", output.quantity(), output.unit(), output.range(), output.accuracy());
        }
        out.println("\nWiring:");
        driver.wiring().forEach(line -> out.println("  " + line));
        out.println("\nSettings:");
        out.printf("  %-20s How often it is read. Default: %s.%n", "every", words(driver));
        for (DriverKey<?> key : driver.keys()) {
            out.printf("  %-20s %s%s%n", key.name(), key.required() ? "(required) " : "", key.sentence());
        }
    }

    private static String words(DriverDescriptor driver) {
        long millis = driver.usualInterval().toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
