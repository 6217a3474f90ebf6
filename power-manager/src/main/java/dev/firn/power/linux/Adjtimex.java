package dev.firn.power.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The C library's adjtimex(2), asked only: with no modes set it changes nothing and needs no privilege. Loaded at its first
 * use, which takes some milliseconds.
 */
final class Adjtimex {

    /** What the call returns where the clock is not synchronized, whatever the flags are: linux/timex.h. */
    private static final int TIME_ERROR = 5;

    private static final int STA_UNSYNC = 0x0040;

    /** More than {@code struct timex} takes anywhere: 208 bytes where a long has 64 bits, 128 where it has 32. */
    private static final long STRUCT_BYTES = 512;

    private static final int MICROS_PER_MILLI = 1000;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
    private static final MethodHandle CALL = function();

    private Adjtimex() {}

    /** What the kernel says now. Any thread. */
    static KernelSync ask() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment timex = arena.allocate(STRUCT_BYTES, Long.BYTES);
            int result = (int) CALL.invokeExact(state, timex);
            if (result < 0) {
                return new KernelSync.Unknown("adjtimex: errno " + (int) ERRNO.get(state, 0L));
            }
            return answer(result, timex, ADDRESS.byteSize()); // of which size Linux has its longs
        } catch (Throwable e) {
            return new KernelSync.Unknown("adjtimex: " + e);
        }
    }

    /**
     * What an answer means.
     *
     * @param longBytes size of C's long, which decides where a member stands: modes, offset, freq, maxerror, esterror, status
     */
    static KernelSync answer(int result, MemorySegment timex, long longBytes) {
        boolean wide = longBytes == Long.BYTES;
        long maxErrorMicros =
                wide ? timex.get(ValueLayout.JAVA_LONG, 3 * longBytes) : timex.get(ValueLayout.JAVA_INT, 3 * longBytes);
        int status = timex.get(ValueLayout.JAVA_INT, 5 * longBytes);
        return result == TIME_ERROR || (status & STA_UNSYNC) != 0
                ? new KernelSync.Unsynced()
                : new KernelSync.Synced(Math.ceilDiv(maxErrorMicros, MICROS_PER_MILLI));
    }

    @SuppressWarnings("restricted") // native access is what this class is for
    private static MethodHandle function() {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow("adjtimex"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS),
                Linker.Option.captureCallState("errno"));
    }
}
