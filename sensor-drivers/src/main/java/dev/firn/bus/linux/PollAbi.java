package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** {@code struct pollfd}, as in {@code asm-generic/poll.h}. */
final class PollAbi {

    static final StructLayout POLLFD = MemoryLayout.structLayout(
            JAVA_INT.withName("fd"), JAVA_SHORT.withName("events"), JAVA_SHORT.withName("revents"));

    private static final short INPUT = 0x1;

    private PollAbi() {}

    static void wantInput(MemorySegment array, int index, int descriptor) {
        long at = index * POLLFD.byteSize();
        array.set(JAVA_INT, at, descriptor);
        array.set(JAVA_SHORT, at + 4, INPUT);
    }
}
