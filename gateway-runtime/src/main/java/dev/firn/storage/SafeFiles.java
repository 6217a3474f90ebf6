package dev.firn.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files on the card, safe when a method returns. All of it waits for the card. */
public final class SafeFiles {

    private SafeFiles() {}

    /** Writes a whole file, in the place of what was in it; its name is not safe before {@link #sync}. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Adds to a file, and makes it if it is not there; a new one's name is not safe before {@link #sync}. */
    public static void append(Path file, byte[] content) throws IOException {
        write(file, content, StandardOpenOption.APPEND);
    }

    /** Puts a file in its place whole or not at all: written beside it, and renamed. */
    public static void replace(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Path beside = beside(file);
        write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** Where a file is made that is to take this one's place. */
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Puts a damaged file out of the way, where somebody can look at it; one is kept. */
    public static Path setAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the names in a folder as durable as the files: after a rename, a creation, a removal. */
    public static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void write(Path file, byte[] content, OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
