package dev.firn.outbox;

import dev.firn.storage.NumberedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One file of the log.
 *
 * @param path the file
 * @param firstSeq number of its first record, by its name
 */
record Segment(Path path, long firstSeq) {

    private static final NumberedFiles FILES = new NumberedFiles("outbox-", ".log");

    static Segment in(Path directory, long firstSeq) {
        return new Segment(FILES.file(directory, firstSeq), firstSeq);
    }

    static boolean isOne(Path path) {
        return FILES.isOne(path);
    }

    static Segment at(Path path) {
        return new Segment(path, FILES.number(path));
    }

    /** All its bytes; a segment is small (see {@link OutboxSettings#segmentBytes()}). */
    ByteBuffer readAll() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            readFully(file, bytes, 0);
            return bytes.flip();
        }
    }

    /** Its intact records. */
    List<OutboxRecord> records() throws IOException {
        ByteBuffer bytes = readAll();
        List<OutboxRecord> records = new ArrayList<>();
        OptionalInt next = SegmentScan.nextIntact(bytes, SegmentHeader.BYTES, firstSeq);
        while (next.isPresent()) {
            OutboxRecord found = RecordFormat.recordAt(bytes, next.getAsInt());
            records.add(found);
            next = SegmentScan.nextIntact(bytes, next.getAsInt() + RecordFormat.bytesOf(found), found.seq() + 1);
        }
        return records;
    }

    /** Fills the buffer from the offset on, or as much of it as the file has. */
    static void readFully(FileChannel file, ByteBuffer target, long offset) throws IOException {
        long at = offset;
        int read = file.read(target, at);
        while (read > 0 && target.hasRemaining()) {
            at += read;
            read = file.read(target, at);
        }
    }
}
