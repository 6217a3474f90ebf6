package dev.firn.power.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What reading one attribute of sysfs came to. Blocks for as long as the driver behind it does. */
sealed interface SysfsFile {

    /** Its text, without white space around it. */
    record Content(String text) implements SysfsFile {}

    /** There is no such attribute. */
    record Absent() implements SysfsFile {}

    /** It is there, but the driver or the permissions would not let it be read. */
    record Unreadable(String reason) implements SysfsFile {}

    static SysfsFile read(Path file) {
        try {
            // Any byte is a character of Latin-1, so that rubbish is shown and does not end in a coding error.
            return new Content(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (NoSuchFileException absent) {
            return new Absent();
        } catch (IOException unreadable) {
            return new Unreadable(unreadable.toString());
        }
    }
}
