package dev.firn.gateway;

import dev.firn.outbox.Directories;
import dev.firn.pipeline.Pipeline;
import dev.firn.state.StateException;
import dev.firn.telemetry.Summary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open windows in a file: a CRC32C, then the state of the pipeline. It is written beside its place, fsynced and renamed,
 * so that it is there whole or not at all. Whoever takes it up removes it first: were it still there after a crash, its
 * readings would count twice. A damaged one is set aside.
 */
final class WindowFile implements WindowStore {

    private static final Logger LOG = LoggerFactory.getLogger(WindowFile.class);

    private final Path folder;
    private final Path file;

    /** A file of this name in a folder that is there. */
    WindowFile(Path folder, String name) {
        this.folder = folder;
        file = folder.resolve(name);
    }

    @Override
    public Optional<String> takeUp(Pipeline pipeline, Consumer<Summary> closed) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.move(file, aside(), StandardCopyOption.REPLACE_EXISTING);
            Directories.sync(folder);
            pipeline.restore(state(bytes), closed);
            Files.delete(aside());
            LOG.info("windows: those that were open at the last stop are taken up");
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (StateException e) {
            return Optional.of(e.getMessage() + "; the file is set aside as " + aside());
        } catch (IOException e) {
            return Optional.of("file " + file + ": " + e);
        }
    }

    @Override
    public boolean keep(Pipeline pipeline) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            write(beside, pipeline.save());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            Directories.sync(folder);
            return true;
        } catch (IOException e) {
            LOG.error("windows: cannot be kept in {}: {}; they are closed early", file, e.toString());
            return false;
        }
    }

    private Path aside() {
        return file.resolveSibling(file.getFileName() + ".damaged");
    }

    private static void write(Path path, byte[] state) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + state.length)
                    .putInt(checksum(state))
                    .put(state)
                    .flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static byte[] state(byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            throw new StateException("the kept windows have " + bytes.length + " bytes only");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int expected = buffer.getInt();
        byte[] state = new byte[buffer.remaining()];
        buffer.get(state);
        if (checksum(state) != expected) {
            throw new StateException("the kept windows do not have the sum that was written with them");
        }
        return state;
    }

    private static int checksum(byte[] state) {
        CRC32C crc = new CRC32C();
        crc.update(state, 0, state.length);
        return (int) crc.getValue();
    }
}
