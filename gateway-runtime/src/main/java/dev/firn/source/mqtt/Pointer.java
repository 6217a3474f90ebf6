package dev.firn.source.mqtt;

import java.util.Arrays;
import java.util.List;

/**
 * A place in a JSON document (RFC 6901), such as {@code /readings/0/value}; an empty one is the whole of it.
 *
 * @param steps names of members, or indexes of elements, from the root on
 */
public record Pointer(List<String> steps) {

    /** Copies the steps. */
    public Pointer {
        steps = List.copyOf(steps);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static Pointer parse(String text) {
        if (text.isEmpty()) {
            return new Pointer(List.of());
        }
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("does not begin with /");
        }
        if (text.matches(".*~([^01].*|)")) {
            throw new IllegalArgumentException("has a ~ that is neither ~0 nor ~1");
        }
        return new Pointer(Arrays.stream(text.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }
}
