package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;
import dev.firn.rigs.process.ChildProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A disk for guests: a file of the host with an ext4 file system. One guest at a time; between guests, one thread. */
public final class GuestDisk {

    private static final Duration BOUND = Duration.ofMinutes(2);

    private final Path file;

    private GuestDisk(Path file) {
        this.file = file;
    }

    /**
     * Makes an empty one.
     *
     * @param bytes its size; the file takes as much as is written to the disk
     * @throws RigException if it cannot be made
     */
    public static GuestDisk create(Path file, long bytes) {
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            disk.setLength(bytes);
        } catch (IOException e) {
            throw new RigException("cannot make a disk at " + file + ": " + e, e);
        }
        run("mkfs.ext4", List.of("-q", "-F", file.toString()));
        return new GuestDisk(file);
    }

    /** The file of the host. */
    public Path file() {
        return file;
    }

    /**
     * Checks a copy of its file system, as the next guest would find it: with the journal replayed.
     *
     * @throws RigException if it is damaged; the message says how
     */
    public void check() {
        Path copy = file.resolveSibling(file.getFileName() + ".copy");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            run("e2fsck", List.of("-p", "-E", "journal_only", copy.toString()));
            run("e2fsck", List.of("-f", "-n", copy.toString()));
        } catch (IOException e) {
            throw new RigException("cannot copy " + file + ": " + e, e);
        } finally {
            delete(copy);
        }
    }

    private static void run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        // Debian has them where only root's search path looks.
        command.add("/usr/sbin/" + program);
        command.addAll(arguments);
        try (ChildProcess process = ChildProcess.start(program, command, Path.of("/"), Map.of())) {
            int status = process.waitFor(BOUND);
            if (status != 0) {
                throw new RigException(program + " ended with " + status + ":\n"
                        + String.join("\n", process.standardOutput()) + "\n" + process.tail());
            }
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new RigException("cannot delete " + copy + ": " + e, e);
        }
    }
}
