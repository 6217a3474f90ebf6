package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;

/**
 * An open file of the kernel. It may be closed while another thread is in a call: the descriptor, whose number the kernel
 * gives to the next file, is given back when that call has ended. Any thread.
 */
final class DeviceFile implements AutoCloseable {

    static final int READ_WRITE = 0x2;
    static final int READ_ONLY = 0x0;

    /** No program that is started from here shall hold a line or a port. */
    private static final int CLOSE_ON_EXEC = 0x80000;

    private static final int SET_FLAGS = 4;
    private static final int NON_BLOCKING = 0x800;

    private final String place;
    private final int descriptor;

    /** Who uses it: its owner until it closes it, and each call. */
    private final AtomicInteger users = new AtomicInteger(1);

    private final AtomicInteger owner = new AtomicInteger(1);

    private DeviceFile(String place, int descriptor) {
        this.place = place;
        this.descriptor = descriptor;
    }

    /**
     * Opens a file.
     *
     * @param place how messages name it
     */
    static DeviceFile open(String place, String path, int access, DeviceKind kind) {
        int descriptor = KernelCalls.open(path, access | CLOSE_ON_EXEC);
        if (descriptor < 0) {
            throw kind.cannotOpen(place, path, Errno.of(descriptor));
        }
        return new DeviceFile(place, descriptor);
    }

    /** A descriptor that another call has opened. */
    static DeviceFile of(String place, int descriptor) {
        return new DeviceFile(place, descriptor);
    }

    /** A counter that {@link #signal} adds to and that has something to read from then on. */
    static DeviceFile counter(String place) {
        int descriptor = KernelCalls.eventfd(0, CLOSE_ON_EXEC);
        if (descriptor < 0) {
            throw new BusException(place, BusFault.FAILED, String.valueOf(Errno.of(descriptor)));
        }
        return new DeviceFile(place, descriptor);
    }

    /** What the ioctl gives, or the negative of its error. */
    int ioctl(long request, MemorySegment argument) {
        return (int) used(open -> KernelCalls.ioctl(open, request, argument));
    }

    /** How many bytes came, or the negative of the error. */
    long read(MemorySegment into) {
        return used(open -> KernelCalls.read(open, into));
    }

    /** Lets {@link #read} not wait: it fails with EAGAIN instead. */
    void doNotWait() {
        used(open -> KernelCalls.fcntl(open, SET_FLAGS, NON_BLOCKING));
    }

    /** Adds to a {@link #counter}. */
    void signal() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocateFrom(JAVA_LONG, 1);
            used(open -> KernelCalls.write(open, one));
        }
    }

    /** Waits, without end, until one of the two has something to read, or is at its end. */
    static void awaitEither(DeviceFile first, DeviceFile second) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment both = arena.allocate(PollAbi.POLLFD, 2);
            first.used(one -> second.used(other -> {
                PollAbi.wantInput(both, 0, one);
                PollAbi.wantInput(both, 1, other);
                return KernelCalls.poll(both, 2, -1);
            }));
        }
    }

    /** Whether its owner has not closed it. */
    boolean isOpen() {
        return owner.get() != 0;
    }

    @Override
    public void close() {
        if (owner.getAndSet(0) == 1) {
            release();
        }
    }

    private long used(IntToLongFunction call) {
        if (!isOpen() || users.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
            throw new BusException(place, BusFault.FAILED, "it has been closed");
        }
        try {
            return call.applyAsLong(descriptor);
        } finally {
            release();
        }
    }

    private void release() {
        if (users.decrementAndGet() == 0) {
            KernelCalls.close(descriptor);
        }
    }
}
