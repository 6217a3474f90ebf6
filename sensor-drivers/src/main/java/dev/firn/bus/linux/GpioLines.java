package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.Edge;
import dev.firn.bus.EdgeLines;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that the kernel has given, on one descriptor. One thread may fetch edges, since each edge comes once; any may do
 * the rest.
 */
final class GpioLines implements EdgeLines, Opened {

    private static final int EVENTS_AT_ONCE = 64;

    private final String place;
    private final LineRequest request;
    private final DeviceFile file;
    private int sequence;
    private long lost;

    GpioLines(String place, LineRequest request, DeviceFile file) {
        this.place = place;
        this.request = request;
        this.file = file;
        file.doNotWait();
    }

    @Override
    public List<Edge> fetch() {
        List<Edge> edges = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment events = arena.allocate(GpioAbi.LINE_EVENT, EVENTS_AT_ONCE);
            long bytes = events.byteSize();
            while (bytes == events.byteSize()) {
                bytes = file.read(events);
                for (long at = 0; at < bytes; at += GpioAbi.LINE_EVENT.byteSize()) {
                    edges.add(edge(events.asSlice(at, GpioAbi.LINE_EVENT)));
                }
            }
            if (bytes < 0 && bytes != -Errno.EAGAIN) {
                throw failed(Errno.of(bytes));
            }
        }
        return edges;
    }

    @Override
    public boolean isActive(int index) {
        return (values() >> index & 1) != 0;
    }

    @Override
    public long lost() {
        return lost;
    }

    /** Drives the lines of an output, bit i for the i-th. */
    void drive(long bits) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment values = arena.allocate(GpioAbi.LINE_VALUES);
            values.set(JAVA_LONG, GpioAbi.VALUES_BITS, bits);
            values.set(JAVA_LONG, GpioAbi.VALUES_MASK, request.everyLine());
            checked(file.ioctl(GpioAbi.SET_VALUES, values));
        }
    }

    /** Has the kernel note both edges from now on. */
    void noteEdges() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment config = arena.allocate(GpioAbi.LINE_CONFIG);
            request.withEdges().writeConfig(config);
            checked(file.ioctl(GpioAbi.SET_CONFIG, config));
        }
    }

    /** Waits until there are edges to fetch, or the other file has something to read. */
    void awaitEdgesOr(DeviceFile other) {
        DeviceFile.awaitEither(file, other);
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() {
        file.close();
    }

    private long values() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment values = arena.allocate(GpioAbi.LINE_VALUES);
            values.set(JAVA_LONG, GpioAbi.VALUES_MASK, request.everyLine());
            checked(file.ioctl(GpioAbi.GET_VALUES, values));
            return values.get(JAVA_LONG, GpioAbi.VALUES_BITS);
        }
    }

    /** The kernel counts edges from 1; where it skips numbers, it had no room for what they were. */
    private Edge edge(MemorySegment event) {
        int next = event.get(JAVA_INT, GpioAbi.EVENT_SEQUENCE);
        lost += Integer.toUnsignedLong(next - sequence - 1);
        sequence = next;
        return new Edge(
                request.offsets().indexOf(event.get(JAVA_INT, GpioAbi.EVENT_OFFSET)),
                event.get(JAVA_INT, GpioAbi.EVENT_ID) == GpioAbi.EVENT_RISING_EDGE,
                event.get(JAVA_LONG, GpioAbi.EVENT_TIME));
    }

    private void checked(int result) {
        if (result < 0) {
            throw failed(Errno.of(result));
        }
    }

    private BusException failed(Errno errno) {
        return errno.number() == Errno.ENODEV
                ? DeviceKind.GPIO.absent(place, String.valueOf(errno))
                : new BusException(place, BusFault.FAILED, String.valueOf(errno));
    }
}
