package dev.firn.outbox;

import dev.firn.storage.Checksums;
import java.nio.ByteBuffer;
import java.util.UUID;

/** How a record lies in a segment: length, CRC32C, seq, flags, origin, payload. */
final class RecordFormat {

    /** Bytes before the payload. */
    static final int OVERHEAD = 2 * Integer.BYTES + Long.BYTES + Byte.BYTES + 4 * Long.BYTES;

    /** Most bytes of one payload; a larger length in a file is damage. */
    static final int MOST_PAYLOAD = 256 << 10;

    private static final int SEQ = 2 * Integer.BYTES;
    private static final int FLAGS = SEQ + Long.BYTES;
    private static final int BOOT = FLAGS + Byte.BYTES;
    private static final int MONOTONIC = BOOT + 2 * Long.BYTES;
    private static final int WALL = MONOTONIC + Long.BYTES;

    private static final int KEPT = 1;
    private static final int UNSETTLED = 2;

    private RecordFormat() {}

    static void encode(OutboxRecord appended, ByteBuffer target) {
        target.putInt(appended.payload().length);
        int checksumAt = target.position();
        target.putInt(0);
        target.putLong(appended.seq());
        Origin origin = appended.origin();
        target.put((byte) ((appended.kept() ? KEPT : 0) | (origin.settled() ? 0 : UNSETTLED)));
        target.putLong(origin.boot().getMostSignificantBits());
        target.putLong(origin.boot().getLeastSignificantBits());
        target.putLong(origin.monotonicMillis()).putLong(origin.wallMillis());
        target.put(appended.payload());
        int checkedAt = checksumAt + Integer.BYTES;
        target.putInt(checksumAt, Checksums.of(target, checkedAt, target.position() - checkedAt));
    }

    /** Whether an intact record starts at this offset of the bytes. */
    static boolean isIntactAt(ByteBuffer bytes, int offset) {
        if (bytes.limit() - offset < OVERHEAD) {
            return false;
        }
        int length = bytes.getInt(offset);
        if (length < 1 || length > MOST_PAYLOAD || length > bytes.limit() - offset - OVERHEAD) {
            return false;
        }
        int checkedAt = offset + SEQ;
        return bytes.getInt(offset + Integer.BYTES) == Checksums.of(bytes, checkedAt, OVERHEAD - SEQ + length);
    }

    /** The record at this offset, which must be intact. */
    static OutboxRecord recordAt(ByteBuffer bytes, int offset) {
        byte[] payload = new byte[bytes.getInt(offset)];
        bytes.get(offset + OVERHEAD, payload);
        int flags = bytes.get(offset + FLAGS);
        Origin origin = new Origin(
                new UUID(bytes.getLong(offset + BOOT), bytes.getLong(offset + BOOT + Long.BYTES)),
                bytes.getLong(offset + MONOTONIC),
                bytes.getLong(offset + WALL),
                (flags & UNSETTLED) == 0);
        return new OutboxRecord(seqAt(bytes, offset), origin, payload, (flags & KEPT) != 0);
    }

    static long seqAt(ByteBuffer bytes, int offset) {
        return bytes.getLong(offset + SEQ);
    }

    static int bytesOf(OutboxRecord appended) {
        return OVERHEAD + appended.payload().length;
    }

    static int bytesAt(ByteBuffer bytes, int offset) {
        return OVERHEAD + bytes.getInt(offset);
    }
}
