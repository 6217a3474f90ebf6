package dev.firn.outbox;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** How a record lies in a segment: length, CRC32C, seq, payload. */
final class RecordFormat {

    /** Bytes before the payload. */
    static final int OVERHEAD = Integer.BYTES + Integer.BYTES + Long.BYTES;

    /** Most bytes of one payload; a larger length in a file is damage. */
    static final int MOST_PAYLOAD = 256 << 10;

    private RecordFormat() {}

    static void encode(OutboxRecord appended, ByteBuffer target) {
        target.putInt(appended.payload().length);
        target.putInt(checksum(appended.seq(), ByteBuffer.wrap(appended.payload())));
        target.putLong(appended.seq());
        target.put(appended.payload());
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
        return bytes.getInt(offset + Integer.BYTES)
                == checksum(seqAt(bytes, offset), bytes.slice(offset + OVERHEAD, length));
    }

    /** The record at this offset, which must be intact. */
    static OutboxRecord recordAt(ByteBuffer bytes, int offset) {
        byte[] payload = new byte[bytes.getInt(offset)];
        bytes.get(offset + OVERHEAD, payload);
        return new OutboxRecord(seqAt(bytes, offset), payload);
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

    private static int checksum(long seq, ByteBuffer payload) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).flip());
        crc.update(payload);
        return (int) crc.getValue();
    }
}
