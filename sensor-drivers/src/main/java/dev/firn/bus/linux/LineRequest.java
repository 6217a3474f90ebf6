package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.pi4j.io.gpio.digital.PullResistance;
import dev.firn.bus.EdgeRequest;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;

/**
 * What is asked of the kernel for some lines of a chip.
 *
 * @param offsets the lines' numbers on the chip
 * @param flags {@code GPIO_V2_LINE_FLAG_*}, for all of them
 * @param debounce for all of them, to the microsecond; zero for none
 * @param values levels of outputs, bit i for the i-th line
 */
record LineRequest(List<Integer> offsets, long flags, Duration debounce, long values) {

    /** Who is said to hold the lines. */
    private static final String CONSUMER = "firn";

    /** The kernel keeps microseconds in 32 bits. */
    private static final Duration LONGEST_DEBOUNCE = Duration.ofNanos(1000L * 0xFFFF_FFFFL);

    LineRequest {
        offsets = List.copyOf(offsets);
        if (debounce.isNegative() || debounce.compareTo(LONGEST_DEBOUNCE) > 0) {
            throw new IllegalArgumentException("debounce " + debounce + ": want 0 to 4,294 s");
        }
    }

    static LineRequest edges(EdgeRequest request) {
        long flags = GpioAbi.FLAG_INPUT | edgeFlags(request.edges()) | biasFlag(request.pull());
        return new LineRequest(
                request.lines(), request.activeLow() ? flags | GpioAbi.FLAG_ACTIVE_LOW : flags, request.debounce(), 0);
    }

    static LineRequest input(int line, PullResistance pull, Duration debounce) {
        return new LineRequest(List.of(line), GpioAbi.FLAG_INPUT | biasFlag(pull), debounce, 0);
    }

    static LineRequest output(int line, boolean high) {
        return new LineRequest(List.of(line), GpioAbi.FLAG_OUTPUT, Duration.ZERO, high ? 1 : 0);
    }

    /** The same with both edges noted. */
    LineRequest withEdges() {
        return new LineRequest(offsets, flags | edgeFlags(EdgeRequest.Edges.BOTH), debounce, values);
    }

    /** One bit for each line of the request, whatever its number on the chip. */
    long everyLine() {
        return -1L >>> (Long.SIZE - offsets.size());
    }

    /** {@code struct gpio_v2_line_request}. */
    MemorySegment toStruct(Arena arena) {
        MemorySegment struct = arena.allocate(GpioAbi.LINE_REQUEST);
        for (int i = 0; i < offsets.size(); i++) {
            struct.setAtIndex(JAVA_INT, i, offsets.get(i));
        }
        struct.setString(GpioAbi.REQUEST_CONSUMER, CONSUMER);
        writeConfig(struct.asSlice(GpioAbi.REQUEST_CONFIG, GpioAbi.LINE_CONFIG));
        struct.set(JAVA_INT, GpioAbi.REQUEST_LINES, offsets.size());
        struct.set(JAVA_INT, GpioAbi.REQUEST_EVENTS, GpioAbi.MOST_EVENTS);
        return struct;
    }

    /** Fills a {@code struct gpio_v2_line_config}. */
    void writeConfig(MemorySegment config) {
        config.set(JAVA_LONG, GpioAbi.CONFIG_FLAGS, flags);
        if (!debounce.isZero()) {
            attribute(config, GpioAbi.ATTRIBUTE_DEBOUNCE, debounce.toNanos() / 1000);
        } else if ((flags & GpioAbi.FLAG_OUTPUT) != 0) {
            attribute(config, GpioAbi.ATTRIBUTE_OUTPUT_VALUES, values);
        }
    }

    private void attribute(MemorySegment config, int id, long value) {
        config.set(JAVA_INT, GpioAbi.CONFIG_COUNT, 1);
        MemorySegment attribute = config.asSlice(GpioAbi.CONFIG_ATTRIBUTES, GpioAbi.CONFIG_ATTRIBUTE);
        attribute.set(JAVA_INT, GpioAbi.ATTRIBUTE_ID, id);
        attribute.set(JAVA_LONG, GpioAbi.ATTRIBUTE_VALUE, value);
        attribute.set(JAVA_LONG, GpioAbi.ATTRIBUTE_MASK, everyLine());
    }

    private static long edgeFlags(EdgeRequest.Edges edges) {
        return switch (edges) {
            case RISING -> GpioAbi.FLAG_EDGE_RISING;
            case FALLING -> GpioAbi.FLAG_EDGE_FALLING;
            case BOTH -> GpioAbi.FLAG_EDGE_RISING | GpioAbi.FLAG_EDGE_FALLING;
        };
    }

    private static long biasFlag(PullResistance pull) {
        return switch (pull) {
            case OFF -> GpioAbi.FLAG_BIAS_DISABLED;
            case PULL_UP -> GpioAbi.FLAG_BIAS_PULL_UP;
            case PULL_DOWN -> GpioAbi.FLAG_BIAS_PULL_DOWN;
        };
    }
}
