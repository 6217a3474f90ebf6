package dev.firn.sensor.sht;

import dev.firn.bus.Crc8;
import dev.firn.bus.Words;
import dev.firn.sensor.SensorFaultException;

/**
 * Two words, each with its checksum behind it: what the parts answer to everything that Firn asks.
 *
 * @param first 16 bits, unsigned
 * @param second 16 bits, unsigned
 */
record ShtReply(int first, int second) {

    static final int BYTES = 6;

    /**
     * Checks and reads.
     *
     * @throws SensorFaultException if a checksum is wrong
     */
    static ShtReply of(byte[] bytes) {
        return new ShtReply(word(bytes, 0), word(bytes, 3));
    }

    /** Both as one number of 32 bits. */
    int joined() {
        return first << 16 | second;
    }

    private static int word(byte[] bytes, int at) {
        int computed = Crc8.SENSIRION.of(bytes, at, at + 2);
        int sent = Words.u8(bytes, at + 2);
        if (computed != sent) {
            throw SensorFaultException.wrongChecksum(computed, sent);
        }
        return Words.u16BigEndian(bytes, at);
    }
}
