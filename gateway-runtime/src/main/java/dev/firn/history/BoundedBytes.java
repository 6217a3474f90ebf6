package dev.firn.history;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Keys and values of the file: bytes in unsigned order. A length that no row has is damage; to believe it would ask for
 * memory that is not there.
 */
final class BoundedBytes extends BasicDataType<byte[]> {

    static final BoundedBytes TYPE = new BoundedBytes();

    private static final int MOST_BYTES = 4096;
    private static final int OBJECT_BYTES = 16;

    private BoundedBytes() {}

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    @Override
    public int getMemory(byte[] bytes) {
        return OBJECT_BYTES + bytes.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] bytes) {
        buffer.putVarInt(bytes.length);
        buffer.put(bytes);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length < 0 || length > MOST_BYTES) {
            throw new DamageException("a row of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
