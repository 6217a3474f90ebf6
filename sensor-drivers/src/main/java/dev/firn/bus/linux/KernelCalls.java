package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The calls of the C library that device files need. Each gives what the call gives, or the negative of its error; one
 * that a signal interrupted is made again. Any thread; a call holds it until the kernel is done.
 */
final class KernelCalls {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");

    /** Of open, ioctl and fcntl: what follows the second argument is passed as C passes variable arguments. */
    private static final Linker.Option VARIADIC = Linker.Option.firstVariadicArg(2);

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle STATE_ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), ERRNO, VARIADIC);
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), ERRNO);
    private static final MethodHandle IOCTL =
            function("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), ERRNO, VARIADIC);
    private static final MethodHandle FCNTL =
            function("fcntl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), ERRNO, VARIADIC);
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), ERRNO);
    private static final MethodHandle WRITE =
            function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), ERRNO);
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), ERRNO);
    private static final MethodHandle EVENTFD =
            function("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), ERRNO);

    private KernelCalls() {}

    static int open(String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            return (int) made(state -> (int) OPEN.invokeExact(state, name, flags));
        }
    }

    static int close(int descriptor) {
        return (int) made(state -> (int) CLOSE.invokeExact(state, descriptor));
    }

    /** An ioctl whose argument is a structure. */
    static int ioctl(int descriptor, long request, MemorySegment argument) {
        return (int) made(state -> (int) IOCTL.invokeExact(state, descriptor, request, argument));
    }

    static int fcntl(int descriptor, int command, int argument) {
        return (int) made(state -> (int) FCNTL.invokeExact(state, descriptor, command, argument));
    }

    static long read(int descriptor, MemorySegment into) {
        return made(state -> (long) READ.invokeExact(state, descriptor, into, into.byteSize()));
    }

    static long write(int descriptor, MemorySegment from) {
        return made(state -> (long) WRITE.invokeExact(state, descriptor, from, from.byteSize()));
    }

    /** Waits for as many milliseconds as given; without end if it is negative. */
    static int poll(MemorySegment descriptors, long count, int timeoutMillis) {
        return (int) made(state -> (int) POLL.invokeExact(state, descriptors, count, timeoutMillis));
    }

    static int eventfd(int initial, int flags) {
        return (int) made(state -> (int) EVENTFD.invokeExact(state, initial, flags));
    }

    private static long made(Call call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long result = call.make(state);
            while (result < 0 && errno(state) == Errno.EINTR) {
                result = call.make(state);
            }
            return result < 0 ? -errno(state) : result;
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library cannot be made", e);
        }
    }

    private static int errno(MemorySegment state) {
        return (int) STATE_ERRNO.get(state, 0L);
    }

    @SuppressWarnings("restricted") // native access is what this class is for
    private static MethodHandle function(String name, FunctionDescriptor signature, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), signature, options);
    }

    private interface Call {
        long make(MemorySegment state) throws Throwable;
    }
}
