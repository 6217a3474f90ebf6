package dev.firn.history;

import dev.firn.clock.ClockStamp;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32C;

/** A summary as bytes, with a CRC32C over its key and itself: H2 does not check what is in its pages. */
final class RowFormat {

    private RowFormat() {}

    static byte[] encode(RowKey key, PastSummary past) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0); // the sum's place
            write(out, past.summary());
            out.writeLong(past.clock().wallMillis());
            out.writeBoolean(past.clock().synced());
            out.writeLong(past.clock().uncertaintyMillis());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        byte[] row = bytes.toByteArray();
        return ByteBuffer.wrap(row).putInt(sum(key.encode(), row)).array();
    }

    static PastSummary decode(SeriesId series, RowKey key, byte[] row) {
        check(key.encode(), row);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row))) {
            in.readInt();
            Summary summary = read(in, series, key);
            return new PastSummary(summary, new ClockStamp(in.readLong(), in.readBoolean(), in.readLong()));
        } catch (IOException | IllegalArgumentException e) {
            throw new DamageException("a row of " + series + " cannot be read: " + e, e); // of another version
        }
    }

    /** Throws if a row is not what was written. */
    static void check(byte[] key, byte[] row) {
        if (row.length < Integer.BYTES || ByteBuffer.wrap(row).getInt() != sum(key, row)) {
            throw new DamageException("a row does not have the sum that was written with it");
        }
    }

    private static void write(DataOutputStream out, Summary summary) throws IOException {
        for (long count : new long[] {summary.count(), summary.good(), summary.missing(), summary.values()}) {
            out.writeInt((int) Math.min(count, Integer.MAX_VALUE));
        }
        double[] figures = {
            summary.mean(), summary.min(), summary.max(), summary.stddev(),
            summary.p50(), summary.p95(), summary.last(), summary.sum()
        };
        for (double figure : figures) {
            out.writeDouble(figure);
        }
        out.writeByte(summary.flag().code());
        out.writeByte(summary.reasons().size());
        for (Map.Entry<Reason, Long> entry : summary.reasons().entrySet()) {
            out.writeUTF(entry.getKey().word());
            out.writeLong(entry.getValue());
        }
    }

    private static Summary read(DataInputStream in, SeriesId series, RowKey key) throws IOException {
        return new Summary(
                series,
                key.fromMillis(),
                key.toMillis(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                flag(in.readByte()),
                reasons(in));
    }

    private static QualityFlag flag(int code) {
        return Arrays.stream(QualityFlag.values())
                .filter(flag -> flag.code() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("flag " + code));
    }

    private static Map<Reason, Long> reasons(DataInputStream in) throws IOException {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            String word = in.readUTF();
            Reason reason = Reason.of(word).orElseThrow(() -> new IllegalArgumentException("reason " + word));
            reasons.put(reason, in.readLong());
        }
        return reasons;
    }

    private static int sum(byte[] key, byte[] row) {
        CRC32C crc = new CRC32C();
        crc.update(key, 0, key.length);
        crc.update(row, Integer.BYTES, row.length - Integer.BYTES);
        return (int) crc.getValue();
    }
}
