package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.stream.IntStream;

/** An open GPIO chip. It need not stay open for what was requested of it. */
final class GpioChip implements AutoCloseable {

    private final DeviceFile file;
    private final String path;
    private final String label;
    private final int lines;

    private GpioChip(DeviceFile file, String path, MemorySegment info) {
        this.file = file;
        this.path = path;
        this.label = info.getString(GpioAbi.CHIP_LABEL);
        this.lines = info.get(JAVA_INT, GpioAbi.CHIP_LINES);
    }

    /** Opens {@code /dev/gpiochipN} or a file like it. */
    static GpioChip open(String path) {
        DeviceFile file = DeviceFile.open("GPIO chip " + path, path, DeviceFile.READ_WRITE, DeviceKind.GPIO);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(GpioAbi.CHIP_INFO);
            int result = file.ioctl(GpioAbi.GET_CHIP_INFO, info);
            if (result < 0) {
                file.close();
                throw new BusException("GPIO chip " + path, BusFault.FAILED, String.valueOf(Errno.of(result)));
            }
            return new GpioChip(file, path, info);
        }
    }

    /** What it calls itself, such as {@code pinctrl-bcm2711}. */
    String label() {
        return label;
    }

    String path() {
        return path;
    }

    /** How many lines it has. */
    int lines() {
        return lines;
    }

    /**
     * Takes lines.
     *
     * @throws BusException if one is not there or somebody has it
     */
    GpioLines request(LineRequest request) {
        String place = label + " line " + words(request);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment struct = request.toStruct(arena);
            int result = file.ioctl(GpioAbi.GET_LINE, struct);
            if (result < 0) {
                throw refused(place, request, Errno.of(result));
            }
            return new GpioLines(
                    place, request, DeviceFile.of(place, struct.get(JAVA_INT, GpioAbi.REQUEST_DESCRIPTOR)));
        }
    }

    /** Who has the line, if somebody does; an empty name where the kernel does not tell. */
    Optional<String> consumer(int line) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = lineInfo(arena, line);
            return (info.get(JAVA_LONG, GpioAbi.INFO_FLAGS) & GpioAbi.FLAG_USED) == 0
                    ? Optional.empty()
                    : Optional.of(info.getString(GpioAbi.INFO_CONSUMER));
        }
    }

    /** What the board calls the line; may be empty. */
    String name(int line) {
        try (Arena arena = Arena.ofConfined()) {
            return lineInfo(arena, line).getString(GpioAbi.INFO_NAME);
        }
    }

    @Override
    public void close() {
        file.close();
    }

    private MemorySegment lineInfo(Arena arena, int line) {
        MemorySegment info = arena.allocate(GpioAbi.LINE_INFO);
        info.set(JAVA_INT, GpioAbi.INFO_OFFSET, line);
        int result = file.ioctl(GpioAbi.GET_LINE_INFO, info);
        if (result < 0) {
            throw new BusException(label + " line " + line, BusFault.FAILED, String.valueOf(Errno.of(result)));
        }
        return info;
    }

    private BusException refused(String place, LineRequest request, Errno errno) {
        Optional<Integer> beyond = request.offsets().stream()
                .filter(line -> line < 0 || line >= lines)
                .findFirst();
        if (beyond.isPresent()) {
            return new BusException(
                    place, BusFault.NO_DEVICE, "the chip's lines are 0 to " + (lines - 1) + ", not " + beyond.get());
        }
        return switch (errno.number()) {
            case Errno.EBUSY -> new BusException(place, BusFault.IN_USE, errno + holders(request));
            case Errno.EACCES, Errno.EPERM -> DeviceKind.GPIO.notPermitted(place, String.valueOf(errno));
            case Errno.ENODEV -> DeviceKind.GPIO.absent(place, String.valueOf(errno));
            case Errno.EINVAL, Errno.EOPNOTSUPP, Errno.ENXIO ->
                new BusException(place, BusFault.NOT_SUPPORTED, errno + ", the chip or its kernel driver refuses it");
            default -> new BusException(place, BusFault.FAILED, String.valueOf(errno));
        };
    }

    private String holders(LineRequest request) {
        StringBuilder words = new StringBuilder();
        for (int line : request.offsets()) {
            consumer(line)
                    .ifPresent(name -> words.append(", line ")
                            .append(line)
                            .append(" is held by ")
                            .append(name.isEmpty() ? "the kernel" : '"' + name + '"'));
        }
        return words.toString();
    }

    private static String words(LineRequest request) {
        return String.join(", ", request.offsets().stream().map(String::valueOf).toList());
    }

    /** The numbers of all lines. */
    IntStream all() {
        return IntStream.range(0, lines);
    }
}
