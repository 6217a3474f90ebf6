package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;

/** Numbers and structures of {@code linux/i2c.h} and {@code linux/i2c-dev.h}. */
final class I2cAbi {

    /** ioctl: the address of whom this descriptor speaks to; EBUSY where a driver of the kernel does already. */
    static final long SLAVE = 0x0703;

    /** ioctl: what the adapter can do. */
    static final long FUNCS = 0x0705;

    /** ioctl: messages with a repeated start between them. */
    static final long RDWR = 0x0707;

    /** ioctl: a transfer of the System Management Bus. */
    static final long SMBUS = 0x0720;

    /** Of the functions: {@code I2C_FUNC_I2C}. */
    static final long CAN_TRANSFER_MESSAGES = 1;

    static final short MESSAGE_READ = 1;

    static final StructLayout MESSAGE = MemoryLayout.structLayout(
            JAVA_SHORT.withName("addr"),
            JAVA_SHORT.withName("flags"),
            JAVA_SHORT.withName("len"),
            MemoryLayout.paddingLayout(2),
            ADDRESS.withName("buf"));

    static final StructLayout RDWR_DATA = MemoryLayout.structLayout(
            ADDRESS.withName("msgs"), JAVA_INT.withName("nmsgs"), MemoryLayout.paddingLayout(4));

    static final StructLayout SMBUS_DATA = MemoryLayout.structLayout(
            JAVA_BYTE.withName("read_write"),
            JAVA_BYTE.withName("command"),
            MemoryLayout.paddingLayout(2),
            JAVA_INT.withName("size"),
            ADDRESS.withName("data"));

    static final long MESSAGE_ADDR = offset(MESSAGE, "addr");
    static final long MESSAGE_FLAGS = offset(MESSAGE, "flags");
    static final long MESSAGE_LEN = offset(MESSAGE, "len");
    static final long MESSAGE_BUF = offset(MESSAGE, "buf");
    static final long RDWR_MSGS = offset(RDWR_DATA, "msgs");
    static final long RDWR_NMSGS = offset(RDWR_DATA, "nmsgs");
    static final long SMBUS_READ_WRITE = offset(SMBUS_DATA, "read_write");
    static final long SMBUS_COMMAND = offset(SMBUS_DATA, "command");
    static final long SMBUS_SIZE = offset(SMBUS_DATA, "size");
    static final long SMBUS_POINTER = offset(SMBUS_DATA, "data");

    /** Bytes of {@code union i2c_smbus_data}: a length, a block, and room for a checksum. */
    static final int SMBUS_UNION = 34;

    private I2cAbi() {}

    private static long offset(StructLayout layout, String field) {
        return layout.byteOffset(MemoryLayout.PathElement.groupElement(field));
    }
}
