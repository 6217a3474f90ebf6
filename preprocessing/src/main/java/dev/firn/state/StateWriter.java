package dev.firn.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values in a row as bytes, big-endian; {@link StateReader} reads them in the same order. For one thread. */
public final class StateWriter {

    private ByteBuffer bytes = ByteBuffer.allocate(256);

    /** Writes a number of 8 bytes. */
    public StateWriter put(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** Writes a number of 8 bytes, NaN and infinities too. */
    public StateWriter put(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    /** Writes one byte, 1 or 0. */
    public StateWriter put(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
        return this;
    }

    /** Writes the name of a constant. */
    public StateWriter put(Enum<?> value) {
        return put(value.name());
    }

    /** Writes a text: its length in bytes, then UTF-8. */
    public StateWriter put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes after their number. */
    public StateWriter put(byte[] block) {
        room(Integer.BYTES + block.length).putInt(block.length).put(block);
        return this;
    }

    /** Writes the first so many numbers of an array, after how many they are. */
    public StateWriter put(double[] values, int count) {
        room(Integer.BYTES + count * Double.BYTES).putInt(count);
        for (int place = 0; place < count; place++) {
            bytes.putDouble(values[place]);
        }
        return this;
    }

    /** What was written so far. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int needed = bytes.position() + more;
            bytes = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), needed)).put(bytes.flip());
        }
        return bytes;
    }
}
