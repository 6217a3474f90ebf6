package dev.firn.derived;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One figure of a calculation that the user may set, as text in the configuration. */
public sealed interface Parameter {

    /** Its key in the configuration. */
    String name();

    /** What stands for it if the user says nothing; empty if the user must. */
    Optional<String> usual();

    /** What may be written, such as {@code a number from 0 to 90 deg}. */
    String wanted();

    /**
     * The text as a number: of a choice the place of the option, of a time milliseconds.
     *
     * @throws IllegalArgumentException if it is none, or out of range; quotes it and says what is wanted
     */
    double parse(String text);

    /** What {@link #parse} throws. */
    default IllegalArgumentException unwanted(String text) {
        return new IllegalArgumentException("\"" + text + "\": want " + wanted());
    }

    /**
     * A number.
     *
     * @param unit SenML unit
     * @param usualValue default; empty if there is none
     * @param min least, inclusive
     * @param max greatest, inclusive
     */
    record Figure(String name, String unit, OptionalDouble usualValue, double min, double max) implements Parameter {

        @Override
        public Optional<String> usual() {
            return usualValue.isEmpty() ? Optional.empty() : Optional.of(plain(usualValue.getAsDouble()));
        }

        @Override
        public double parse(String text) {
            double value = number(text);
            if (!(value >= min && value <= max)) {
                throw unwanted(text);
            }
            return value;
        }

        @Override
        public String wanted() {
            return "a number from " + plain(min) + " to " + plain(max) + " " + unit;
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /**
     * A time, written as a whole number with {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}.
     *
     * @param usualText default, as it is written
     * @param minText shortest, inclusive, as it is written
     * @param maxText longest, likewise
     */
    record Time(String name, String usualText, String minText, String maxText) implements Parameter {

        private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
        private static final Map<String, Long> MILLIS =
                Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

        @Override
        public Optional<String> usual() {
            return Optional.of(usualText);
        }

        @Override
        public double parse(String text) {
            double millis = millis(text);
            if (!(millis >= millis(minText) && millis <= millis(maxText))) {
                throw unwanted(text);
            }
            return millis;
        }

        @Override
        public String wanted() {
            return "a time from " + minText + " to " + maxText;
        }

        private static double millis(String text) {
            Matcher written = WRITTEN.matcher(text);
            return written.matches()
                    ? (double) Long.parseLong(written.group(1)) * MILLIS.getOrDefault(written.group(2), 0L)
                    : Double.NaN;
        }
    }

    /**
     * One of several words.
     *
     * @param options what can be chosen; the first is the default
     */
    record Choice(String name, List<String> options) implements Parameter {

        /** Copies the options. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Optional<String> usual() {
            return Optional.of(options.getFirst());
        }

        @Override
        public double parse(String text) {
            int place = options.indexOf(text);
            if (place < 0) {
                throw unwanted(text);
            }
            return place;
        }

        @Override
        public String wanted() {
            return "one of " + String.join(", ", options);
        }
    }
}
