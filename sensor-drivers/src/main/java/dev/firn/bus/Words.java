package dev.firn.bus;

/** Numbers of several bytes as parts send them. */
public final class Words {

    private Words() {}

    /** Unsigned, 8 bits. */
    public static int u8(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }

    /** Unsigned, 16 bits, high byte first. */
    public static int u16BigEndian(byte[] bytes, int at) {
        return u8(bytes, at) << 8 | u8(bytes, at + 1);
    }

    /** Unsigned, 16 bits, low byte first. */
    public static int u16LittleEndian(byte[] bytes, int at) {
        return u8(bytes, at + 1) << 8 | u8(bytes, at);
    }

    /** Two's complement, 16 bits, high byte first. */
    public static int s16BigEndian(byte[] bytes, int at) {
        return (short) u16BigEndian(bytes, at);
    }

    /** Two's complement, 16 bits, low byte first. */
    public static int s16LittleEndian(byte[] bytes, int at) {
        return (short) u16LittleEndian(bytes, at);
    }

    /** Whether all bytes are 0x00, or all 0xFF: what a dead bus or a part without power reads as. */
    public static boolean areBlank(byte[] bytes) {
        return areAll(bytes, 0x00) || areAll(bytes, 0xFF);
    }

    private static boolean areAll(byte[] bytes, int value) {
        for (byte b : bytes) {
            if (Byte.toUnsignedInt(b) != value) {
                return false;
            }
        }
        return true;
    }
}
