package dev.firn.rigs.process;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A directory of its own below the system's temporary one, deleted with all it holds at the end. Any thread. */
public final class ScratchDirectory implements AutoCloseable {

    private final Path path;
    private final Runnable undoing = this::delete;

    private ScratchDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes an empty directory.
     *
     * @param purpose first part of its name
     * @throws RigException if it cannot be made
     */
    public static ScratchDirectory create(String purpose) {
        try {
            ScratchDirectory directory = new ScratchDirectory(Files.createTempDirectory(purpose + "-"));
            AtExit.register(directory.undoing);
            return directory;
        } catch (IOException e) {
            throw new RigException("cannot make a temporary directory for " + purpose + ": " + e, e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The path of something in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        AtExit.forget(undoing);
        delete();
    }

    private void delete() {
        try {
            if (Files.exists(path)) {
                Files.walkFileTree(path, new Deletion());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
