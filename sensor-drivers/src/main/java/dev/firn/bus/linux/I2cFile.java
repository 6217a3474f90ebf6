package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** One device on {@code /dev/i2c-N}, on a descriptor of its own. The kernel lets one transfer of a bus after the other. */
final class I2cFile implements AutoCloseable {

    private final String place;
    private final int address;
    private final DeviceFile file;
    private final long functions;

    private I2cFile(String place, int address, DeviceFile file) {
        this.place = place;
        this.address = address;
        this.file = file;
        this.functions = functions();
    }

    /**
     * Opens it.
     *
     * @throws BusException if there is no such bus, it is not permitted, or a driver of the kernel has the device
     */
    static I2cFile open(int bus, int address) {
        String place = "i2c-%d 0x%02x".formatted(bus, address);
        DeviceFile file = DeviceFile.open("i2c-" + bus, "/dev/i2c-" + bus, DeviceFile.READ_WRITE, DeviceKind.I2C);
        try {
            claim(place, file, address);
            return new I2cFile(place, address, file);
        } catch (BusException e) {
            file.close();
            throw e;
        }
    }

    /** Sends bytes, then receives some after a repeated start. */
    void transfer(byte[] out, byte[] in) {
        try (Arena arena = Arena.ofConfined()) {
            if ((functions & I2cAbi.CAN_TRANSFER_MESSAGES) != 0) {
                transferMessages(arena, out, in);
            } else {
                transferSmbus(arena, out, in);
            }
        }
    }

    /**
     * Whether somebody acknowledges the address, asked as carefully as i2cdetect does: what is usual where EEPROMs are
     * could change one elsewhere, and the other way round.
     */
    boolean answers() {
        boolean reading = isEepromRange(address) || !SmbusProtocol.QUICK.isOf(functions, false);
        SmbusProtocol protocol = reading ? SmbusProtocol.BYTE : SmbusProtocol.QUICK;
        if (!protocol.isOf(functions, reading)) {
            throw new BusException(place, BusFault.NOT_SUPPORTED, "the adapter has no transfer that asks for nothing");
        }
        try (Arena arena = Arena.ofConfined()) {
            smbus(arena, protocol, new byte[0], new byte[reading ? 1 : 0]);
            return true;
        } catch (BusException e) {
            if (e.fault() == BusFault.TIMED_OUT) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public void close() {
        file.close();
    }

    /** I2C_RDWR alone would not notice that a driver of the kernel speaks to the device. */
    private static void claim(String place, DeviceFile file, int address) {
        int result = file.ioctl(I2cAbi.SLAVE, MemorySegment.ofAddress(address));
        if (result == -Errno.EBUSY) {
            throw new BusException(place, BusFault.IN_USE, Errno.of(result) + ", a driver of the kernel has it");
        }
        checked(place, result);
    }

    private long functions() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(JAVA_LONG);
            checked(place, file.ioctl(I2cAbi.FUNCS, mask));
            return mask.get(JAVA_LONG, 0);
        }
    }

    private void transferMessages(Arena arena, byte[] out, byte[] in) {
        MemorySegment messages = arena.allocate(I2cAbi.MESSAGE, 2);
        MemorySegment sent = arena.allocateFrom(JAVA_BYTE, out);
        MemorySegment received = arena.allocate(in.length);
        int count = 0;
        if (out.length > 0 || in.length == 0) {
            message(messages, count++, (short) 0, sent);
        }
        if (in.length > 0) {
            message(messages, count++, I2cAbi.MESSAGE_READ, received);
        }
        MemorySegment data = arena.allocate(I2cAbi.RDWR_DATA);
        data.set(ADDRESS, I2cAbi.RDWR_MSGS, messages);
        data.set(JAVA_INT, I2cAbi.RDWR_NMSGS, count);
        checked(place, file.ioctl(I2cAbi.RDWR, data));
        MemorySegment.copy(received, JAVA_BYTE, 0, in, 0, in.length);
    }

    private void message(MemorySegment messages, int index, short flags, MemorySegment bytes) {
        if (bytes.byteSize() > 0xFFFF) {
            throw new BusException(place, BusFault.NOT_SUPPORTED, bytes.byteSize() + " bytes at once");
        }
        MemorySegment message = messages.asSlice(index * I2cAbi.MESSAGE.byteSize(), I2cAbi.MESSAGE);
        message.set(JAVA_SHORT, I2cAbi.MESSAGE_ADDR, (short) address);
        message.set(JAVA_SHORT, I2cAbi.MESSAGE_FLAGS, flags);
        message.set(JAVA_SHORT, I2cAbi.MESSAGE_LEN, (short) bytes.byteSize());
        message.set(ADDRESS, I2cAbi.MESSAGE_BUF, bytes);
    }

    private void transferSmbus(Arena arena, byte[] out, byte[] in) {
        SmbusProtocol protocol = SmbusProtocol.of(out.length, in.length, functions)
                .orElseThrow(() -> new BusException(
                        place,
                        BusFault.NOT_SUPPORTED,
                        "the adapter knows SMBus alone, which has no transfer of " + out.length + " bytes out and "
                                + in.length + " in"));
        smbus(arena, protocol, out, in);
    }

    /** A block has its length before it. */
    private void smbus(Arena arena, SmbusProtocol protocol, byte[] out, byte[] in) {
        boolean reading = in.length > 0;
        int sent = reading ? 0 : Math.max(0, out.length - 1);
        int start = protocol == SmbusProtocol.I2C_BLOCK_DATA ? 1 : 0;
        MemorySegment data = arena.allocate(I2cAbi.SMBUS_UNION, 2);
        if (start > 0) {
            data.set(JAVA_BYTE, 0, (byte) (reading ? in.length : sent));
        }
        MemorySegment.copy(out, Math.min(1, out.length), data, JAVA_BYTE, start, sent);
        MemorySegment request = arena.allocate(I2cAbi.SMBUS_DATA);
        request.set(JAVA_BYTE, I2cAbi.SMBUS_READ_WRITE, (byte) (reading ? 1 : 0));
        request.set(JAVA_BYTE, I2cAbi.SMBUS_COMMAND, out.length > 0 ? out[0] : 0);
        request.set(JAVA_INT, I2cAbi.SMBUS_SIZE, protocol.number());
        request.set(ADDRESS, I2cAbi.SMBUS_POINTER, data);
        checked(place, file.ioctl(I2cAbi.SMBUS, request));
        if (start > 0 && reading && data.get(JAVA_BYTE, 0) != in.length) {
            throw new BusException(place, BusFault.FAILED, "the adapter gave " + data.get(JAVA_BYTE, 0) + " bytes");
        }
        MemorySegment.copy(data, JAVA_BYTE, start, in, 0, in.length);
    }

    private static boolean isEepromRange(int address) {
        return (address >= 0x30 && address <= 0x37) || (address >= 0x50 && address <= 0x5F);
    }

    private static void checked(String place, int result) {
        if (result < 0) {
            throw I2cFault.of(place, Errno.of(result));
        }
    }
}
