package dev.firn.bus.linux;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The GPIO chips, found by their labels: which number the one of the 40-pin header has depends on the board and the
 * kernel.
 *
 * @param devices where the device files are: {@code /dev}
 */
record GpioChips(Path devices) {

    static final GpioChips OF_THIS_BOARD = new GpioChips(Path.of("/dev"));

    /** What the chips behind the 40-pin header are called: Raspberry Pi 5, 4, and those before. */
    private static final List<String> HEADER_LABELS = List.of("pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835");

    private static final String NAME = "gpiochip";

    /**
     * Opens the chip with this label.
     *
     * @throws BusException if there is none; the message says which there are
     */
    GpioChip labelled(String label) {
        List<String> others = new ArrayList<>();
        for (String path : paths()) {
            GpioChip chip = GpioChip.open(path);
            if (chip.label().equals(label)) {
                return chip;
            }
            others.add(chip.label());
            chip.close();
        }
        String place = "GPIO chip " + label;
        throw others.isEmpty()
                ? DeviceKind.GPIO.absent(place, "no " + devices.resolve(NAME + "*"))
                : new BusException(place, BusFault.NO_BUS, "there are " + String.join(", ", others));
    }

    /** Opens what Pi4J means by a number, which is 0 or none unless somebody chose another. */
    GpioChip ofPi4j(@Nullable Integer bus) {
        return bus == null || bus == 0 ? ofHeader() : numbered(bus);
    }

    /** Opens the chip of the 40-pin header, or the first one on boards that have no such header. */
    GpioChip ofHeader() {
        for (String path : paths()) {
            GpioChip chip = GpioChip.open(path);
            if (HEADER_LABELS.contains(chip.label())) {
                return chip;
            }
            chip.close();
        }
        return numbered(0);
    }

    /** Opens the chip that has this number now. */
    GpioChip numbered(int number) {
        return GpioChip.open(devices.resolve(NAME + number).toString());
    }

    /** The chips' device files, in the order of their numbers. */
    List<String> paths() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(devices, NAME + "[0-9]*")) {
            List<String> paths = new ArrayList<>();
            entries.forEach(entry -> paths.add(entry.toString()));
            paths.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
            return paths;
        } catch (IOException e) {
            throw new BusException(devices.toString(), BusFault.FAILED, String.valueOf(e.getMessage()));
        }
    }
}
