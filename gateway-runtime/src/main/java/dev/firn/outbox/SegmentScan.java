package dev.firn.outbox;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Finds the intact records in the bytes of a segment. Damage in the middle is stepped over: only a record that nothing
 * intact follows is a torn tail.
 */
final class SegmentScan {

    private SegmentScan() {}

    /** Offset of the first intact record at or after {@code offset} whose seq is at least {@code leastSeq}. */
    static OptionalInt nextIntact(ByteBuffer bytes, int offset, long leastSeq) {
        int at = offset;
        while (bytes.limit() - at >= RecordFormat.OVERHEAD) {
            if (!RecordFormat.isIntactAt(bytes, at)) {
                at++;
            } else if (RecordFormat.seqAt(bytes, at) < leastSeq) {
                at += RecordFormat.bytesAt(bytes, at);
            } else {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /** Every intact record of a segment whose seq is at least {@code leastSeq}, in order. */
    static void records(ByteBuffer bytes, long leastSeq, Consumer<OutboxRecord> found) {
        OptionalInt next = nextIntact(bytes, SegmentHeader.BYTES, leastSeq);
        while (next.isPresent()) {
            OutboxRecord intact = RecordFormat.recordAt(bytes, next.getAsInt());
            found.accept(intact);
            next = nextIntact(bytes, next.getAsInt() + RecordFormat.bytesOf(intact), intact.seq() + 1);
        }
    }

    /** Where the log of a segment ends: behind its last intact record. */
    static Tail tail(ByteBuffer bytes, long firstSeq) {
        Tail tail = new Tail(SegmentHeader.BYTES, firstSeq);
        OptionalInt next = nextIntact(bytes, tail.end(), firstSeq);
        while (next.isPresent()) {
            int at = next.getAsInt();
            tail = new Tail(at + RecordFormat.bytesAt(bytes, at), RecordFormat.seqAt(bytes, at) + 1);
            next = nextIntact(bytes, tail.end(), tail.nextSeq());
        }
        return tail;
    }

    /**
     * The end of a segment.
     *
     * @param end offset of the first byte behind the last intact record
     * @param nextSeq the number that comes next
     */
    record Tail(int end, long nextSeq) {}
}
