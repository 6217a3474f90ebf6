package dev.firn.power.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The thermal zone of the processor, below {@code class/thermal} of sysfs (kernel documentation,
 * "driver-api/thermal/sysfs-api"). It is found anew at each reading by its {@code type}, because the number of a zone
 * can change at boot, and its driver can come late. Any thread; blocks for as long as the sensor's driver does.
 */
public final class ThermalZone {

    // Raspberry Pi OS and mainline, older Raspberry Pi kernels, other boards, PCs; the first that is there counts.
    private static final List<String> PROCESSOR_TYPES =
            List.of("cpu-thermal", "cpu_thermal", "bcm2835_thermal", "cpu0-thermal", "soc-thermal", "x86_pkg_temp");

    // What the sensor of a chip can say at all; outside it the driver has answered with an error code or rubbish.
    private static final double MIN_CELSIUS = -60;
    private static final double MAX_CELSIUS = 150;

    private final Path zones;

    /** The zone below this root of sysfs, {@code /sys} on a real system. */
    public ThermalZone(Path sysfsRoot) {
        zones = sysfsRoot.resolve("class/thermal");
    }

    /** The temperature now. */
    public BoardTemperature read() {
        if (!Files.isDirectory(zones)) {
            return new BoardTemperature.NoZone();
        }
        try (Stream<Path> entries = Files.list(zones)) {
            return entries.filter(ThermalZone::isOfProcessor)
                    .min(Comparator.comparingInt(ThermalZone::preference).thenComparing(Path::getFileName))
                    .map(zone -> temperatureIn(zone.resolve("temp")))
                    .orElseGet(BoardTemperature.NoZone::new);
        } catch (IOException | UncheckedIOException unreadable) {
            return new BoardTemperature.Unreadable(zones, unreadable.toString());
        }
    }

    private static boolean isOfProcessor(Path zone) {
        return preference(zone) >= 0;
    }

    private static int preference(Path zone) {
        return switch (SysfsFile.read(zone.resolve("type"))) {
            case SysfsFile.Content content -> PROCESSOR_TYPES.indexOf(content.text());
            case SysfsFile.Absent _, SysfsFile.Unreadable _ -> -1;
        };
    }

    private static BoardTemperature temperatureIn(Path file) {
        return switch (SysfsFile.read(file)) {
            case SysfsFile.Content content -> parse(file, content.text());
            case SysfsFile.Absent _ -> new BoardTemperature.Unreadable(file, "not there");
            case SysfsFile.Unreadable unreadable -> new BoardTemperature.Unreadable(file, unreadable.reason());
        };
    }

    private static BoardTemperature parse(Path file, String milliCelsius) {
        try {
            double celsius = Integer.parseInt(milliCelsius) / 1000.0;
            return celsius >= MIN_CELSIUS && celsius <= MAX_CELSIUS
                    ? new BoardTemperature.Celsius(celsius)
                    : new BoardTemperature.Unreadable(file, celsius + " °C cannot be");
        } catch (NumberFormatException notANumber) {
            return new BoardTemperature.Unreadable(file, "\"" + milliCelsius + "\" is not a number of millidegrees");
        }
    }
}
