package dev.firn.power;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the firmware of a Raspberry Pi says of its own distress: the word of {@code get_throttled} (Raspberry Pi
 * documentation, "vcgencmd"). Bits without a meaning there are ignored.
 *
 * @param now what holds at this moment (bits 0 to 3)
 * @param earlier what has occurred since the bits were last cleared, whether or not it still holds (bits 16 to 19);
 *     that is since boot, unless the kernel's hwmon driver clears them every few seconds
 */
public record ThrottleFlags(Set<Condition> now, Set<Condition> earlier) {

    /** What the firmware can complain of, in the order of the bits. */
    public enum Condition {
        /** The supply is below 4.63 V. */
        UNDER_VOLTAGE(0, "under-voltage"),
        /** The ARM clock is held below what it could do. */
        FREQUENCY_CAPPED(1, "frequency capped"),
        /** The clock is cut because the chip is too hot or starved. */
        THROTTLED(2, "throttled"),
        /** The soft temperature limit is reached (3B+ only, 60 °C unless configured). */
        SOFT_TEMPERATURE_LIMIT(3, "soft temperature limit");

        private final int bit;
        private final String words;

        Condition(int bit, String words) {
            this.bit = bit;
            this.words = words;
        }

        private boolean isIn(long bits) {
            return (bits >>> bit & 1) != 0;
        }
    }

    /** Nothing to complain of. */
    public static final ThrottleFlags NONE = new ThrottleFlags(Set.of(), Set.of());

    private static final int EARLIER_SHIFT = 16;
    private static final Pattern WORD = Pattern.compile("(?:throttled=)?(?:0[xX])?(?<hex>[0-9a-fA-F]{1,8})");

    /** Copies the sets. */
    public ThrottleFlags {
        now = Set.copyOf(now);
        earlier = Set.copyOf(earlier);
    }

    /** The flags of the firmware's word. */
    public static ThrottleFlags of(int word) {
        long bits = Integer.toUnsignedLong(word);
        return new ThrottleFlags(conditionsIn(bits), conditionsIn(bits >>> EARLIER_SHIFT));
    }

    /**
     * The flags in what the firmware prints: a hexadecimal number as in sysfs ({@code 50005}), with a prefix
     * ({@code 0x50005}) or as {@code vcgencmd} has it ({@code throttled=0x50005}), white space around it allowed.
     * Empty if the text is none of these.
     */
    public static Optional<ThrottleFlags> parse(String text) {
        Matcher word = WORD.matcher(text.strip());
        return word.matches() ? Optional.of(of(Integer.parseUnsignedInt(word.group("hex"), 16))) : Optional.empty();
    }

    /** In words, such as {@code no throttling} or {@code under-voltage, throttled; earlier under-voltage}. */
    public String describe() {
        String present = now.isEmpty() ? "no throttling" : words(now);
        return earlier.isEmpty() ? present : present + "; earlier " + words(earlier);
    }

    private static Set<Condition> conditionsIn(long bits) {
        Set<Condition> conditions = EnumSet.allOf(Condition.class);
        conditions.removeIf(condition -> !condition.isIn(bits));
        return conditions;
    }

    private static String words(Set<Condition> conditions) {
        return conditions.stream().sorted().map(condition -> condition.words).collect(Collectors.joining(", "));
    }
}
