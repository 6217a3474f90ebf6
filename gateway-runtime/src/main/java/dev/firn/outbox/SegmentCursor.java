package dev.firn.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads records one after the other across segments. Used by one thread at a time. */
final class SegmentCursor implements AutoCloseable {

    private final SegmentLog log;
    private Segment segment;
    private FileChannel file;
    private long offset = SegmentHeader.BYTES;

    SegmentCursor(SegmentLog log, long fromSeq) throws IOException {
        this.log = log;
        this.segment = log.holding(fromSeq);
        this.file = open(segment);
    }

    /**
     * The record with this number, or with the next higher one that is intact; reads on from where it stands.
     *
     * @param seq not below the number asked for before; there must be a record with it, or with a higher one
     */
    OutboxRecord atLeast(long seq) throws IOException {
        while (true) {
            Segment wanted = log.holding(seq);
            if (!wanted.equals(segment)) {
                moveTo(wanted);
            }
            OutboxRecord found = scan(seq);
            if (found != null) {
                return found;
            }
            Segment after = log.after(segment);
            if (after.equals(segment)) {
                throw new IOException("no record from " + seq + " on in " + segment.path());
            }
            moveTo(after);
        }
    }

    /** Whether the file that it has open is still a part of the log. */
    boolean isInLog() {
        return log.holds(segment);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private @Nullable OutboxRecord scan(long seq) throws IOException {
        OutboxRecord next = readHere();
        while (next != null && next.seq() < seq) {
            next = readHere();
        }
        return next;
    }

    /** The record at the offset; past damage, the next intact one; null at the end of the segment. */
    private @Nullable OutboxRecord readHere() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(RecordFormat.OVERHEAD);
        Segment.readFully(file, head, offset);
        if (!head.hasRemaining()) {
            int length = head.getInt(0);
            if (length >= 1 && length <= RecordFormat.MOST_PAYLOAD) {
                ByteBuffer whole = ByteBuffer.allocate(RecordFormat.OVERHEAD + length);
                Segment.readFully(file, whole, offset);
                if (RecordFormat.isIntactAt(whole.flip(), 0)) {
                    offset += whole.limit();
                    return RecordFormat.recordAt(whole, 0);
                }
            }
        }
        return readPastDamage();
    }

    private @Nullable OutboxRecord readPastDamage() throws IOException {
        ByteBuffer all = segment.readAll();
        OptionalInt next = SegmentScan.nextIntact(all, (int) offset, segment.firstSeq());
        if (next.isEmpty()) {
            return null;
        }
        offset = (long) next.getAsInt() + RecordFormat.bytesAt(all, next.getAsInt());
        return RecordFormat.recordAt(all, next.getAsInt());
    }

    private void moveTo(Segment other) throws IOException {
        file.close();
        segment = other;
        file = open(other);
        offset = SegmentHeader.BYTES;
    }

    private static FileChannel open(Segment segment) throws IOException {
        return FileChannel.open(segment.path(), StandardOpenOption.READ);
    }
}
