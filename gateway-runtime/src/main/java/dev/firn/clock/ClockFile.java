package dev.firn.clock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    private final Path file;

    /** A file of this name in a folder that is there. */
    public ClockFile(Path folder, String name) {
        this.folder = folder;
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
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            write(beside, ClockText.of(memory));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
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
            sync(folder);
        } catch (IOException e) {
            LOG.warn("clock: {} cannot be removed: {}", file, e.toString());
        }
    }

    private static void write(Path path, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
