package dev.firn.outbox;

import dev.firn.storage.Checksums;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The first 36 bytes of a segment file.
 *
 * @param epoch which numbering the segment belongs to
 * @param firstSeq number of its first record
 */
record SegmentHeader(UUID epoch, long firstSeq) {

    static final int BYTES = 36;

    private static final byte[] MAGIC = "FIRNLOG2".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKED_BYTES = BYTES - Integer.BYTES;

    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(MAGIC).putLong(epoch.getMostSignificantBits()).putLong(epoch.getLeastSignificantBits());
        bytes.putLong(firstSeq);
        bytes.putInt(Checksums.of(bytes.array(), CHECKED_BYTES));
        return bytes.flip();
    }

    /** The header that the bytes begin with, or empty where they are too few or damaged. */
    static Optional<SegmentHeader> decode(ByteBuffer bytes) {
        if (bytes.remaining() < BYTES) {
            return Optional.empty();
        }
        byte[] header = new byte[BYTES];
        bytes.get(header);
        ByteBuffer fields = ByteBuffer.wrap(header);
        byte[] magic = new byte[MAGIC.length];
        fields.get(magic);
        UUID epoch = new UUID(fields.getLong(), fields.getLong());
        long firstSeq = fields.getLong();
        boolean intact = Arrays.equals(magic, MAGIC) && fields.getInt() == Checksums.of(header, CHECKED_BYTES);
        return intact ? Optional.of(new SegmentHeader(epoch, firstSeq)) : Optional.empty();
    }
}
