package dev.firn.outbox;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** How a record lies in a segment: length, CRC32C, seq, whether it is kept, payload. */
final class RecordFormat {

    /** Bytes before the payload. */
    static final int OVERHEAD = Integer.BYTES + Integer.BYTES + Long.BYTES + Byte.BYTES;

    /** Most bytes of one payload; a larger length in a file is damage. */
    static final int MOST_PAYLOAD = 256 << 10;

    private RecordFormat() {}

    static void encode(OutboxRecord appended, ByteBuffer target) {
        target.putInt(appended.payload().length);
        int checksumAt = target.position();
        target.putInt(0);
        target.putLong(appended.seq());
        target.put((byte) (appended.kept() ? 1 : 0));
        target.put(appended.payload());
        int checkedAt = checksumAt + Integer.BYTES;
        target.putInt(checksumAt, checksum(target, checkedAt, target.position() - checkedAt));
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
        int checkedAt = offset + 2 * Integer.BYTES;
        return bytes.getInt(offset + Integer.BYTES)
                == checksum(bytes, checkedAt, OVERHEAD - 2 * Integer.BYTES + length);
    }

    /** The record at this offset, which must be intact. */
    static OutboxRecord recordAt(ByteBuffer bytes, int offset) {
        byte[] payload = new byte[bytes.getInt(offset)];
        bytes.get(offset + OVERHEAD, payload);
        boolean kept = bytes.get(offset + OVERHEAD - Byte.BYTES) != 0;
        return new OutboxRecord(seqAt(bytes, offset), payload, kept);
    }

    static long seqAt(ByteBuffer bytes, int offset) {
        return bytes.getLong(offset + 2 * Integer.BYTES);
    }

    static int bytesOf(OutboxRecord appended) {
        return OVERHEAD + appended.payload().length;
    }

    static int bytesAt(ByteBuffer bytes, int offset) {
        return OVERHEAD + bytes.getInt(offset);
    }

    private static int checksum(ByteBuffer bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(offset, length));
        return (int) crc.getValue();
    }
}
