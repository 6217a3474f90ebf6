package dev.firn.sensor.ds18b20;

import dev.firn.bus.FakeI2cPart;
import dev.firn.bus.Sysfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's 1-Wire files below a directory that stands in for {@code /sys}, links and all. */
final class FakeW1 {

    private final Path sys;

    FakeW1(Path sys) {
        this.sys = sys;
    }

    Sysfs sysfs() {
        return new Sysfs(sys);
    }

    /** A master, with or without the file that makes its parts convert together. */
    FakeW1 master(String master, boolean convertsTogether) {
        link(directory("devices/" + master));
        if (convertsTogether) {
            bulk(master, "0\n");
        }
        return this;
    }

    /** A part whose {@code w1_slave} says what the kernel makes of these eight bytes. */
    FakeW1 part(String master, String device, String scratchpad, int milliDegrees) {
        return partSaying(master, device, answer(scratchpad, milliDegrees));
    }

    FakeW1 partSaying(String master, String device, String text) {
        Path directory = directory("devices/" + master + "/" + device);
        link(directory);
        write(directory.resolve("w1_slave"), text);
        return this;
    }

    void unplug(String master, String device) {
        try {
            Files.delete(sys.resolve("devices/" + master + "/" + device + "/w1_slave"));
            Files.delete(sys.resolve("devices/" + master + "/" + device));
            Files.delete(sys.resolve("bus/w1/devices/" + device));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeW1 bulk(String master, String text) {
        write(sys.resolve("devices/" + master + "/therm_bulk_read"), text);
        return this;
    }

    /** Whether a conversion of all was started since the last call. */
    boolean wasTriggered(String master) {
        Path file = sys.resolve("devices/" + master + "/therm_bulk_read");
        try {
            boolean triggered = Files.readString(file).equals("trigger\n");
            Files.writeString(file, "0\n");
            return triggered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String answer(String scratchpad, int milliDegrees) {
        int checksum = OneWireCrc.of(FakeI2cPart.bytes(scratchpad), 8);
        return "%s %02x : crc=%02x YES\n%s %02x t=%d\n"
                .formatted(scratchpad, checksum, checksum, scratchpad, checksum, milliDegrees);
    }

    private Path directory(String below) {
        try {
            return Files.createDirectories(sys.resolve(below));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link(Path target) {
        Path link = directory("bus/w1/devices").resolve(target.getFileName());
        try {
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
