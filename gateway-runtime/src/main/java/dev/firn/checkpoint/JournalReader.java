package dev.firn.checkpoint;

import dev.firn.storage.Checksums;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Quantity.Kind;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads a journal up to its torn tail. */
final class JournalReader {

    private final Listener listener;
    private final List<String> sources = new ArrayList<>();
    private final List<SeriesId> series = new ArrayList<>();

    /** Told what is in a journal, in order. */
    interface Listener {

        /** A message had come; its readings follow. */
        void message(String source, int messageId, int checksum);

        /** A reading of the message before. */
        void reading(Reading reading);

        /** Windows were closed up to this time. */
        void timePassed(long millis);
    }

    private JournalReader(Listener listener) {
        this.listener = listener;
    }

    /** The outbox's next number when the journal was begun; empty where its header is damaged. */
    static OptionalLong nextSeq(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        return JournalFormat.isHeader(bytes) ? OptionalLong.of(JournalFormat.nextSeq(bytes)) : OptionalLong.empty();
    }

    /**
     * Reads a whole journal.
     *
     * @return bytes behind the last intact batch: written and not synced when the power failed, or damaged
     */
    static int read(Path file, Listener listener) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        if (!JournalFormat.isHeader(bytes)) {
            return bytes.remaining();
        }
        bytes.position(JournalFormat.HEADER_BYTES);
        JournalReader reader = new JournalReader(listener);
        try {
            while (isBatch(bytes)) {
                int length = bytes.getInt();
                bytes.getInt();
                reader.entries(bytes.slice(bytes.position(), length));
                bytes.position(bytes.position() + length);
            }
            return bytes.remaining();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("journal " + file + " is not of this version of Firn: " + e.getMessage(), e);
        }
    }

    private static boolean isBatch(ByteBuffer bytes) {
        if (bytes.remaining() < JournalFormat.BATCH_HEAD_BYTES) {
            return false;
        }
        int length = bytes.getInt(bytes.position());
        int start = bytes.position() + JournalFormat.BATCH_HEAD_BYTES;
        return length > 0
                && length <= bytes.limit() - start
                && bytes.getInt(bytes.position() + Integer.BYTES) == Checksums.of(bytes, start, length);
    }

    private void entries(ByteBuffer entries) {
        while (entries.hasRemaining()) {
            byte kind = entries.get();
            switch (kind) {
                case JournalFormat.SOURCE -> sources.add(text(entries));
                case JournalFormat.SERIES -> series.add(series(entries));
                case JournalFormat.MESSAGE -> message(entries);
                case JournalFormat.TIME -> listener.timePassed(entries.getLong());
                default -> throw new IllegalArgumentException("entry of kind " + kind);
            }
        }
    }

    private void message(ByteBuffer entries) {
        String source = sources.get(entries.getShort());
        int messageId = Short.toUnsignedInt(entries.getShort());
        listener.message(source, messageId, entries.getInt());
        long timeMillis = entries.getLong();
        int values = entries.getShort();
        for (int read = 0; read < values; read++) {
            SeriesId id = series.get(entries.getInt());
            listener.reading(Reading.of(id, timeMillis, entries.getDouble()));
        }
    }

    private static SeriesId series(ByteBuffer entries) {
        String sensor = text(entries);
        String name = text(entries);
        String unit = text(entries);
        Kind kind = Kind.valueOf(text(entries));
        double min = entries.getDouble();
        return new SeriesId(sensor, new Quantity(name, unit, kind, min, entries.getDouble()));
    }

    private static String text(ByteBuffer entries) {
        byte[] text = new byte[Short.toUnsignedInt(entries.getShort())];
        entries.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
