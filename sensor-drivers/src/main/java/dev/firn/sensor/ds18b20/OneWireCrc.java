package dev.firn.sensor.ds18b20;

/** Checksum of 1-Wire parts. Source: Maxim application note 27 (CRC-8/MAXIM: x^8 + x^5 + x^4 + 1, low bit first). */
final class OneWireCrc {

    private static final int POLYNOMIAL_LOW_BIT_FIRST = 0x8C;

    private OneWireCrc() {}

    /** The checksum of the first bytes. */
    static int of(byte[] bytes, int count) {
        int crc = 0;
        for (int i = 0; i < count; i++) {
            crc ^= Byte.toUnsignedInt(bytes[i]);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ POLYNOMIAL_LOW_BIT_FIRST : crc >> 1;
            }
        }
        return crc;
    }
}
