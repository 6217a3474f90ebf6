package dev.firn.bus;

/**
 * The 8-bit checksums of the parts, high bit first.
 *
 * @param polynomial without its highest term
 * @param initial what it begins with
 */
public record Crc8(int polynomial, int initial) {

    /** Sensirion SHT3x and SHT4x, data sheets section "checksum calculation" (CRC-8/NRSC-5). */
    public static final Crc8 SENSIRION = new Crc8(0x31, 0xFF);

    /** Packet error code of SMBus 3.1, section 5.4.1.1. */
    public static final Crc8 SMBUS = new Crc8(0x07, 0x00);

    /** The checksum of some of the bytes. */
    public int of(byte[] bytes, int from, int to) {
        int crc = initial;
        for (int i = from; i < to; i++) {
            crc ^= Byte.toUnsignedInt(bytes[i]);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? (crc << 1 ^ polynomial) & 0xFF : crc << 1;
            }
        }
        return crc;
    }

    /** The checksum of all bytes. */
    public int of(byte... bytes) {
        return of(bytes, 0, bytes.length);
    }
}
