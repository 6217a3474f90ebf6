package dev.firn.clock;

import dev.firn.storage.SafeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one run knows of the time, in a file for the next. It is written beside its place, fsynced and renamed, so that it is
 * there whole or not at all. A damaged one counts for nothing. One thread at a time; it waits for the card.
 */
public final class ClockFile {

    private static final Logger LOG = LoggerFactory.getLogger(ClockFile.class);

    private final Path folder;
    private final String name;
    private final Path file;

    /** A file of this name in a folder that is there. */
    public ClockFile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        file = folder.resolve(name);
    }

    Optional<ClockMemory> read() {
        try {
            return Optional.of(ClockText.parse(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("clock: {} cannot be used: {}; the time is found anew", file, e.toString());
            return Optional.empty();
        }
    }

    /** {@return whether it is safe on the card} */
    boolean write(ClockMemory memory) {
        try {
            SafeFiles.replace(folder, name, ClockText.of(memory).getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException e) {
            LOG.debug("clock: cannot be kept in {}: {}", file, e.toString());
            return false;
        }
    }

    /** The next run finds nothing. */
    void forget() {
        try {
            Files.deleteIfExists(file);
            SafeFiles.sync(folder);
        } catch (IOException e) {
            LOG.warn("clock: {} cannot be removed: {}", file, e.toString());
        }
    }
}
