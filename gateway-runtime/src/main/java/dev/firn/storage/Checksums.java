package dev.firn.storage;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC32C (RFC 3720, appendix B.4) of what lies on the card. */
public final class Checksums {

    private Checksums() {}

    /** Of all the bytes. */
    public static int of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /** Of the first bytes. */
    public static int of(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** Of a part of the bytes, wherever they stand. */
    public static int of(ByteBuffer bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(offset, length));
        return (int) crc.getValue();
    }
}
