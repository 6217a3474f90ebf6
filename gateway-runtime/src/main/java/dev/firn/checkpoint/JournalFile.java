package dev.firn.checkpoint;

import dev.firn.storage.SafeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One journal that is written. One thread at a time. */
final class JournalFile implements AutoCloseable {

    private final FileChannel channel;
    private long end;

    private JournalFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.end = channel.size();
    }

    /** A new one, known to the card by its name and header. */
    static JournalFile begin(Path folder, long generation, long nextSeq) throws IOException {
        FileChannel channel = FileChannel.open(
                JournalFormat.file(folder, generation),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        try {
            channel.write(JournalFormat.header(generation, nextSeq));
            channel.force(true);
            SafeFiles.sync(folder);
            return new JournalFile(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes a batch and waits until the card has it. After a failure the file is as it was before. */
    void append(ByteBuffer batch) throws IOException {
        try {
            long at = end;
            ByteBuffer bytes = batch.duplicate();
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            channel.force(false);
            end = at;
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
