package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The other side of a serial port that is a pseudo-terminal. */
final class PseudoTerminal implements AutoCloseable {

    private static final long TIOCGPTN = 0x80045430L;
    private static final long TIOCSPTLCK = 0x40045431L;
    private static final int READ_WRITE_NO_CONTROLLING_TERMINAL = 0x102;

    private final int descriptor = KernelCalls.open("/dev/ptmx", READ_WRITE_NO_CONTROLLING_TERMINAL);
    private final String path;

    PseudoTerminal() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(JAVA_INT);
            KernelCalls.ioctl(descriptor, TIOCSPTLCK, number);
            KernelCalls.ioctl(descriptor, TIOCGPTN, number);
            path = "/dev/pts/" + number.get(JAVA_INT, 0);
        }
    }

    /** The port. */
    String path() {
        return path;
    }

    void send(byte... bytes) {
        try (Arena arena = Arena.ofConfined()) {
            KernelCalls.write(descriptor, arena.allocateFrom(JAVA_BYTE, bytes));
        }
    }

    /** Waits for so many bytes. */
    byte[] receive(int count) {
        byte[] bytes = new byte[count];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocate(1);
            for (int i = 0; i < count; i++) {
                KernelCalls.read(descriptor, one);
                bytes[i] = one.get(JAVA_BYTE, 0);
            }
        }
        return bytes;
    }

    /** Hangs up. */
    @Override
    public void close() {
        KernelCalls.close(descriptor);
    }
}
