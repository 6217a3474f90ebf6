package dev.firn.outbox;

import dev.firn.storage.Checksums;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The watermark of acknowledgements on disk. Two slots are written in turn, so that a torn write leaves the other. A
 * mark that is behind the truth only makes some records go out twice, under the same numbers. Owned by one thread.
 */
final class AckMark implements AutoCloseable {

    private static final int SLOTS = 2;
    /** Apart by a sector, so that a torn sector write cannot hit both. */
    private static final int SLOT_DISTANCE = 512;

    static final int SLOT_BYTES = 32;
    private static final int CHECKED_BYTES = 24;

    private final FileChannel file;
    private final UUID epoch;
    private int nextSlot;

    private AckMark(FileChannel file, UUID epoch) {
        this.file = file;
        this.epoch = epoch;
    }

    static AckMark open(Path path, UUID epoch) throws IOException {
        return new AckMark(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                epoch);
    }

    /** The highest number marked for this epoch. */
    OptionalLong read() throws IOException {
        OptionalLong highest = OptionalLong.empty();
        for (int slot = 0; slot < SLOTS; slot++) {
            OptionalLong seq = readSlot(slot);
            if (seq.isPresent() && (highest.isEmpty() || seq.getAsLong() > highest.getAsLong())) {
                highest = seq;
                nextSlot = (slot + 1) % SLOTS;
            }
        }
        return highest;
    }

    void write(long seq) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
        slot.putLong(epoch.getMostSignificantBits()).putLong(epoch.getLeastSignificantBits());
        slot.putLong(seq);
        slot.putInt(Checksums.of(slot.array(), CHECKED_BYTES));
        file.write(slot.clear(), (long) nextSlot * SLOT_DISTANCE);
        nextSlot = (nextSlot + 1) % SLOTS;
    }

    /** Writes, and waits until the card has it: before something goes that the log could have told it by. */
    void writeSafely(long seq) throws IOException {
        write(seq);
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.force(false);
        }
    }

    private OptionalLong readSlot(int index) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
        file.read(slot, (long) index * SLOT_DISTANCE);
        if (slot.hasRemaining()) {
            return OptionalLong.empty();
        }
        slot.flip();
        UUID writtenEpoch = new UUID(slot.getLong(), slot.getLong());
        long seq = slot.getLong();
        boolean intact = slot.getInt() == Checksums.of(slot.array(), CHECKED_BYTES);
        return intact && writtenEpoch.equals(epoch) ? OptionalLong.of(seq) : OptionalLong.empty();
    }
}
