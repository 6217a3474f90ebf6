package dev.firn.bus.linux;

import java.util.Arrays;
import java.util.Optional;

/**
 * The transfers of the System Management Bus that put the same on the wires as plain ones do: SMBus 3.1, section 6.5, with
 * the numbers of {@code linux/i2c.h}.
 */
enum SmbusProtocol {
    /** The address and nothing else. */
    QUICK(0, 0, 0x0001_0000),
    /** One byte, to or from. */
    BYTE(1, 0x0002_0000, 0x0004_0000),
    /** A register's number, then a byte. */
    BYTE_DATA(2, 0x0008_0000, 0x0010_0000),
    /** A register's number, then two bytes. */
    WORD_DATA(3, 0x0020_0000, 0x0040_0000),
    /** A register's number, then up to 32 bytes. */
    I2C_BLOCK_DATA(8, 0x0400_0000, 0x0800_0000);

    private static final int BLOCK_MAX = 32;

    private final int number;
    private final long readFunction;
    private final long writeFunction;

    SmbusProtocol(int number, long readFunction, long writeFunction) {
        this.number = number;
        this.readFunction = readFunction;
        this.writeFunction = writeFunction;
    }

    /** Which one sends and then receives so many bytes, if the adapter has one. */
    static Optional<SmbusProtocol> of(int out, int in, long functions) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.fits(out, in) && protocol.isOf(functions, in > 0))
                .findFirst();
    }

    /** {@code I2C_SMBUS_*}. */
    int number() {
        return number;
    }

    /** Whether an adapter with these functions has it. */
    boolean isOf(long functions, boolean reading) {
        return (functions & (reading ? readFunction : writeFunction)) != 0;
    }

    private boolean fits(int out, int in) {
        return switch (this) {
            case QUICK -> out + in == 0;
            case BYTE -> out + in == 1;
            case BYTE_DATA -> carries(1, 1, out, in);
            case WORD_DATA -> carries(2, 2, out, in);
            case I2C_BLOCK_DATA -> carries(1, BLOCK_MAX, out, in);
        };
    }

    private static boolean carries(int least, int most, int out, int in) {
        int payload = in > 0 ? in : out - 1;
        return (in == 0 || out == 1) && payload >= least && payload <= most;
    }
}
