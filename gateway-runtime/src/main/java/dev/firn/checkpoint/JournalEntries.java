package dev.firn.checkpoint;

import dev.firn.source.Delivery;
import dev.firn.storage.Checksums;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Entries of one journal as bytes, in the form of {@link JournalFormat}. Names are written once. For one thread at a time. */
final class JournalEntries {

    private static final int FIRST_BYTES = 4096;

    private final Map<String, Integer> sources = new HashMap<>();
    private final Map<SeriesId, Integer> series = new HashMap<>();
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

    void message(Delivery delivery, long timeMillis) {
        int source = sourceNumber(delivery.receipt().source());
        for (Delivery.Value value : delivery.values()) {
            seriesNumber(value.series());
        }
        room(1 + Short.BYTES + Short.BYTES + Integer.BYTES + Long.BYTES + Short.BYTES)
                .put(JournalFormat.MESSAGE)
                .putShort((short) source)
                .putShort((short) delivery.messageId())
                .putInt(delivery.checksum())
                .putLong(timeMillis)
                .putShort((short) delivery.values().size());
        for (Delivery.Value value : delivery.values()) {
            int number = seriesNumber(value.series());
            room(Integer.BYTES + Double.BYTES).putInt(number).putDouble(value.value());
        }
    }

    void timePassed(long millis) {
        room(1 + Long.BYTES).put(JournalFormat.TIME).putLong(millis);
    }

    boolean isEmpty() {
        return bytes.position() == 0;
    }

    /** A batch of all entries since the last call, ready to be written. */
    ByteBuffer takeBatch() {
        ByteBuffer batch = ByteBuffer.allocate(JournalFormat.BATCH_HEAD_BYTES + bytes.position())
                .putInt(bytes.position())
                .putInt(Checksums.of(bytes, 0, bytes.position()))
                .put(bytes.flip());
        bytes.clear();
        return batch.flip();
    }

    private int sourceNumber(String source) {
        Integer known = sources.get(source);
        if (known != null) {
            return known;
        }
        byte[] name = utf8(source);
        text(room(1 + text(name)).put(JournalFormat.SOURCE), name);
        sources.put(source, sources.size());
        return sources.size() - 1;
    }

    private int seriesNumber(SeriesId id) {
        Integer known = series.get(id);
        if (known != null) {
            return known;
        }
        Quantity quantity = id.quantity();
        byte[] sensor = utf8(id.sensor());
        byte[] name = utf8(quantity.name());
        byte[] unit = utf8(quantity.unit());
        byte[] kind = utf8(quantity.kind().name());
        ByteBuffer target = room(1 + text(sensor) + text(name) + text(unit) + text(kind) + 2 * Double.BYTES);
        target.put(JournalFormat.SERIES);
        text(target, sensor);
        text(target, name);
        text(target, unit);
        text(target, kind);
        target.putDouble(quantity.min()).putDouble(quantity.max());
        series.put(id, series.size());
        return series.size() - 1;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int text(byte[] text) {
        return Short.BYTES + text.length;
    }

    private static void text(ByteBuffer target, byte[] text) {
        target.putShort((short) text.length).put(text);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int needed = bytes.position() + more;
            bytes = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), needed)).put(bytes.flip());
        }
        return bytes;
    }
}
