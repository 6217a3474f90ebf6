package dev.firn.checkpoint;

import dev.firn.outbox.WriteMeter;
import dev.firn.state.StateException;
import dev.firn.storage.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest checkpoint and the one before, each in a file. A new one is written beside them, fsynced and renamed, so that it
 * is there whole or not at all. One that is damaged is set aside. One thread at a time.
 */
final class CheckpointFiles {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFiles.class);
    private static final String NAME = "windows.state";

    private final Path folder;
    private final Path newest;
    private final Path previous;
    private final WriteMeter meter;

    /**
     * The files in a folder.
     *
     * @param meter is told of what goes to the card
     */
    CheckpointFiles(Path folder, WriteMeter meter) {
        this.folder = folder;
        this.meter = meter;
        newest = folder.resolve(NAME);
        previous = folder.resolve(NAME + ".previous");
    }

    /**
     * What was found.
     *
     * @param checkpoint the newest that can be read
     * @param damage what is wrong with those that cannot
     */
    record Found(Optional<Checkpoint> checkpoint, List<String> damage) {}

    Found read() {
        List<String> damage = new ArrayList<>();
        Optional<Checkpoint> found = read(newest, damage);
        if (found.isEmpty()) {
            found = read(previous, damage);
            found.ifPresent(older -> damage.forEach(
                    reason -> LOG.error("windows: {}; those of the checkpoint before are taken up", reason)));
        }
        return new Found(found, List.copyOf(damage));
    }

    private static Optional<Checkpoint> read(Path file, List<String> damage) {
        try {
            return Optional.of(Checkpoint.decode(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (StateException e) {
            damage.add(setAside(file, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            damage.add("file " + file + ": " + e);
        }
        return Optional.empty();
    }

    /** What was read whole is of no use to the pipeline. */
    List<String> setAsideNewest(String reason) {
        Path unusable = Files.exists(newest) ? newest : previous;
        return List.of(setAside(unusable, reason));
    }

    private static String setAside(Path file, String reason) {
        try {
            return reason + "; the file is set aside as " + SafeFiles.setAside(file);
        } catch (IOException e) {
            return reason + "; the file " + file + " cannot be set aside: " + e;
        }
    }

    /** Writes one and waits until the card has it; the newest before becomes the previous. */
    void write(Checkpoint checkpoint) throws IOException {
        Path beside = SafeFiles.beside(newest);
        byte[] content = checkpoint.encode();
        SafeFiles.write(beside, content);
        meter.wrote(content.length);
        if (Files.exists(newest)) {
            Files.move(newest, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(beside, newest, StandardCopyOption.ATOMIC_MOVE);
        SafeFiles.sync(folder);
    }
}
