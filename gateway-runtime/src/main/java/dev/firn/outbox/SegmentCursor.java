package dev.firn.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads records one after the other across segments. Used by one thread at a time. */
final class SegmentCursor implements AutoCloseable {

    private static final int CHUNK_BYTES = 64 << 10;

    private final SegmentLog log;
    private Segment segment;
    private FileChannel file;
    private long offset = SegmentHeader.BYTES;
    // What was read of the file at once. What the writer has appended since is read when it is needed.
    private ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).limit(0);
    private long chunkOffset;

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
        if (has(RecordFormat.OVERHEAD)) {
            int length = chunk.getInt(inChunk());
            boolean isPossible = length >= 1 && length <= RecordFormat.MOST_PAYLOAD;
            if (isPossible && has(RecordFormat.OVERHEAD + length) && RecordFormat.isIntactAt(chunk, inChunk())) {
                OutboxRecord found = RecordFormat.recordAt(chunk, inChunk());
                offset += RecordFormat.bytesOf(found);
                return found;
            }
        }
        return offset < file.size() ? readPastDamage() : null;
    }

    /** Whether so many bytes follow the offset; they are in the chunk then. */
    private boolean has(int length) throws IOException {
        long at = offset - chunkOffset;
        if (at < 0 || at + length > chunk.limit()) {
            if (chunk.capacity() < length) {
                chunk = ByteBuffer.allocate(length);
            }
            chunkOffset = offset;
            Segment.readFully(file, chunk.clear(), offset);
            chunk.flip();
        }
        return chunk.limit() - inChunk() >= length;
    }

    private int inChunk() {
        return (int) (offset - chunkOffset);
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
        chunk.limit(0);
    }

    private static FileChannel open(Segment segment) throws IOException {
        return FileChannel.open(segment.path(), StandardOpenOption.READ);
    }
}
