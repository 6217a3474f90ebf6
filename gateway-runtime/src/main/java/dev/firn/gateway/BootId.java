package dev.firn.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's id of the present boot: it tells a restart of the process from one of the board. */
final class BootId {

    private static final Path FILE = Path.of("/proc/sys/kernel/random/boot_id");

    private BootId() {}

    static String read() {
        try {
            return Files.readString(FILE).strip();
        } catch (IOException e) {
            return "unknown"; // no Linux, or no /proc
        }
    }
}
