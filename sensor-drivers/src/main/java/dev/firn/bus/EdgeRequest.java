package dev.firn.bus;

import com.pi4j.io.gpio.digital.PullResistance;
import java.time.Duration;
import java.util.List;

/**
 * GPIO lines of one chip whose edges are wanted, in one request to the kernel.
 *
 * @param chip label of the GPIO chip, such as {@code pinctrl-bcm2711}
 * @param lines their numbers on the chip; an edge names a line by its index in this list
 * @param pull what holds an open line
 * @param activeLow whether a low level counts as active, as with a contact to ground
 * @param edges which edges are noted
 * @param debounce how long a level has to last before the kernel notes it, to the microsecond; zero for none
 */
public record EdgeRequest(
        String chip, List<Integer> lines, PullResistance pull, boolean activeLow, Edges edges, Duration debounce) {

    /** Which changes of a line are noted. */
    public enum Edges {
        /** From inactive to active. */
        RISING,
        /** From active to inactive. */
        FALLING,
        /** Each change. */
        BOTH
    }

    /** Most lines of one request: {@code GPIO_V2_LINES_MAX} of {@code linux/gpio.h}. */
    public static final int MOST_LINES = 64;

    /** Copies the lines and checks that there are some and none is there twice. */
    public EdgeRequest {
        lines = List.copyOf(lines);
        if (lines.isEmpty()
                || lines.size() > MOST_LINES
                || lines.stream().distinct().count() < lines.size()) {
            throw new IllegalArgumentException("lines " + lines + ": want 1 to " + MOST_LINES + " different ones");
        }
        if (debounce.isNegative()) {
            throw new IllegalArgumentException("debounce " + debounce + " is negative");
        }
    }
}
