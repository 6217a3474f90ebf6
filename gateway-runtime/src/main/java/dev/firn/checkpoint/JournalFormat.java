package dev.firn.checkpoint;

import dev.firn.storage.Checksums;
import dev.firn.storage.NumberedFiles;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * How a journal lies on the card, all integers big-endian:
 *
 * <pre>
 * header    "FIRNJNL1"  generation (8)  next seq of the outbox at its begin (8)  CRC32C of the 24 bytes before (4)
 * batch     length of the entries (4)  CRC32C of the entries (4)  entries
 * entry     1 a source   its name; the first is number 0, and so on
 *           2 a series   sensor, quantity, unit, name of its kind, least and greatest plausible value (8 each); numbered likewise
 *           3 a message  source (2)  message id (2)  its checksum (4)  time (8)  how many values (2)
 *                        and for each: series (4)  value (8)
 *           4 time has passed   milliseconds since 1970-01-01T00:00Z (8)
 * text      its length in bytes (2)  UTF-8
 * </pre>
 *
 * <p>A batch is written with one fsync. What follows the last intact batch is a torn tail.
 */
final class JournalFormat {

    static final byte SOURCE = 1;
    static final byte SERIES = 2;
    static final byte MESSAGE = 3;
    static final byte TIME = 4;

    static final int HEADER_BYTES = 28;
    static final int BATCH_HEAD_BYTES = 8;

    private static final long MAGIC = 0x4649_524e_4a4e_4c31L; // FIRNJNL1
    private static final NumberedFiles FILES = new NumberedFiles("readings-", ".journal");

    private JournalFormat() {}

    static Path file(Path folder, long generation) {
        return FILES.file(folder, generation);
    }

    static boolean isJournal(Path file) {
        return FILES.isOne(file);
    }

    static long generation(Path file) {
        return FILES.number(file);
    }

    static ByteBuffer header(long generation, long nextSeq) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                .putLong(MAGIC)
                .putLong(generation)
                .putLong(nextSeq);
        return header.putInt(Checksums.of(header, 0, HEADER_BYTES - Integer.BYTES))
                .flip();
    }

    static boolean isHeader(ByteBuffer bytes) {
        return bytes.remaining() >= HEADER_BYTES
                && bytes.getLong(0) == MAGIC
                && bytes.getInt(HEADER_BYTES - Integer.BYTES) == Checksums.of(bytes, 0, HEADER_BYTES - Integer.BYTES);
    }

    static long nextSeq(ByteBuffer header) {
        return header.getLong(2 * Long.BYTES);
    }
}
