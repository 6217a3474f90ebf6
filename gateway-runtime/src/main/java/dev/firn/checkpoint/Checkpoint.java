package dev.firn.checkpoint;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.storage.Checksums;
import java.nio.ByteBuffer;

/**
 * What the gateway remembers at one moment.
 *
 * @param generation counts up from one checkpoint to the next; the journal of the same generation holds what came after it
 * @param nextSeq the outbox's next number at that moment: what has a higher one left after it
 * @param pipeline the state of the pipeline
 * @param sources what is known of the messages of sources
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Checkpoint(long generation, long nextSeq, byte[] pipeline, byte[] sources) {

    private static final String FORMAT = "firn-checkpoint-1";

    byte[] encode() {
        byte[] content = new StateWriter()
                .put(FORMAT)
                .put(generation)
                .put(nextSeq)
                .put(pipeline)
                .put(sources)
                .toBytes();
        return ByteBuffer.allocate(Integer.BYTES + content.length)
                .putInt(Checksums.of(content))
                .put(content)
                .array();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws StateException if it is something else
     */
    static Checkpoint decode(byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            throw new StateException("the kept windows have " + bytes.length + " bytes only");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int expected = buffer.getInt();
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        if (Checksums.of(content) != expected) {
            throw new StateException("the kept windows do not have the sum that was written with them");
        }
        StateReader state = new StateReader(content);
        if (!state.getText().equals(FORMAT)) {
            throw new StateException("the kept windows are of another version of Firn");
        }
        long generation = state.getLong();
        long nextSeq = state.getLong();
        return new Checkpoint(generation, nextSeq, state.getBlock(), state.getBlock());
    }
}
