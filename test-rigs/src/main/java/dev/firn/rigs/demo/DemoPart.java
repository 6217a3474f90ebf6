package dev.firn.rigs.demo;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the demonstration consists of, in its order. */
enum DemoPart {
    /** A recorded day from sensor to broker. */
    REPLAY,
    /** The bytes that leave a node of sixteen sensors. */
    TRAFFIC,
    /** A day of people management. */
    DAY,
    /** A night of snow management. */
    NIGHT;

    private static final Pattern COMMA = Pattern.compile(",");

    /** Its name in arguments. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a list such as {@code day,night}.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Set<DemoPart> parse(String list) {
        Set<DemoPart> parts = EnumSet.noneOf(DemoPart.class);
        Arrays.stream(COMMA.split(list, -1)).map(word -> part(word, list)).forEach(parts::add);
        return parts;
    }

    private static DemoPart part(String word, String list) {
        return Arrays.stream(values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("part \"" + word + "\" of \"" + list + "\": want "
                        + Arrays.stream(values()).map(DemoPart::word).collect(Collectors.joining(", "))));
    }
}
