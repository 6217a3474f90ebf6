package dev.firn.power.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is filled like {@code /sys}. */
record SysfsTree(Path root) {

    SysfsTree zone(int number, String type, String temperature) {
        return write("class/thermal/thermal_zone" + number + "/type", type + "\n")
                .write("class/thermal/thermal_zone" + number + "/temp", temperature + "\n");
    }

    SysfsTree throttled(String word) {
        return write("devices/platform/soc/soc:firmware/get_throttled", word + "\n");
    }

    SysfsTree write(String attribute, String text) {
        try {
            Path file = root.resolve(attribute);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An attribute that is there and cannot be read, whoever asks. */
    SysfsTree unreadable(String attribute) {
        try {
            Files.createDirectories(root.resolve(attribute));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
