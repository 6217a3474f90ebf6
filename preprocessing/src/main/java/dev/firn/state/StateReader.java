package dev.firn.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link StateWriter} has written, in the same order; never beyond its end. For one thread. */
public final class StateReader {

    private final ByteBuffer bytes;

    /** Reads these bytes. */
    public StateReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** A number of 8 bytes. */
    public long getLong() {
        return next(Long.BYTES).getLong();
    }

    /** A number that must lie in these bounds, both inclusive. */
    public long getLong(long least, long greatest) {
        long value = getLong();
        if (value < least || value > greatest) {
            throw new StateException(value + " is not between " + least + " and " + greatest);
        }
        return value;
    }

    /** A number of 8 bytes that must lie in these bounds, both inclusive. */
    public int getInt(int least, int greatest) {
        return (int) getLong(least, greatest);
    }

    /** A floating-point number, NaN and infinities too. */
    public double getDouble() {
        return next(Double.BYTES).getDouble();
    }

    /** A truth value. */
    public boolean getBoolean() {
        byte value = next(1).get();
        if (value != 0 && value != 1) {
            throw new StateException(value + " is neither 0 nor 1");
        }
        return value == 1;
    }

    /** A constant of this enumeration. */
    public <E extends Enum<E>> E getEnum(Class<E> type) {
        String name = getText();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new StateException("\"" + name + "\" is no " + type.getSimpleName());
        }
    }

    /** A text. */
    public String getText() {
        return new String(getBlock(), StandardCharsets.UTF_8);
    }

    /** Bytes. */
    public byte[] getBlock() {
        byte[] block = new byte[length(1)];
        bytes.get(block);
        return block;
    }

    /** Numbers. */
    public double[] getDoubles() {
        double[] values = new double[length(Double.BYTES)];
        for (int place = 0; place < values.length; place++) {
            values[place] = bytes.getDouble();
        }
        return values;
    }

    /** Whether everything was read. */
    public boolean isAtEnd() {
        return !bytes.hasRemaining();
    }

    private int length(int size) {
        int count = next(Integer.BYTES).getInt();
        if (count < 0 || count > bytes.remaining() / size) {
            throw new StateException("length " + count + " with " + bytes.remaining() + " bytes left");
        }
        return count;
    }

    private ByteBuffer next(int size) {
        if (bytes.remaining() < size) {
            throw new StateException("the state ends after " + bytes.limit() + " bytes, in the middle of a value");
        }
        return bytes;
    }
}
