package dev.firn.preprocessor.settings;

import dev.firn.senml.JsonNumber;
import dev.firn.telemetry.SeriesId;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values that settings know, each by its text. */
public final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SERIES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*/[a-z0-9]+(-[a-z0-9]+)*");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Values() {}

    /** Any text that is not blank. */
    public static String text(String text) {
        if (text.isBlank()) {
            throw new BadValueException("has no value", "write one, or remove the key");
        }
        return text;
    }

    /** An id: of an area, a lift, a run; it is a sensor's id in derived series. */
    public static String id(String text) {
        if (!SeriesId.isSensorId(text)) {
            throw new BadValueException(
                    "cannot be an id", "use letters, digits, '.', '_' and '-', a letter or a digit first");
        }
        return text;
    }

    /** The name of a series, {@code sensor/quantity}. */
    public static String series(String text) {
        if (!SERIES.matcher(text).matches()) {
            throw new BadValueException(
                    "is not the name of a series", "write sensor/quantity, such as gate-1/people-in");
        }
        return text;
    }

    /** A number from {@code least} to {@code most}, both included. */
    public static ValueParser<Double> number(double least, double most) {
        return text -> {
            double number = parsedNumber(text);
            if (!(number >= least && number <= most)) {
                throw new BadValueException(
                        "is out of range",
                        "give a number from " + JsonNumber.text(least) + " to " + JsonNumber.text(most));
            }
            return number;
        };
    }

    /** True or false. */
    public static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadValueException("is neither true nor false", "write true or false");
        };
    }

    /** Milliseconds of a duration such as {@code 60s}, from {@code least} to {@code most} ms, both included. */
    public static ValueParser<Long> duration(long leastMillis, long mostMillis) {
        return text -> {
            long millis = millis(text);
            if (millis < leastMillis || millis > mostMillis) {
                throw new BadValueException(
                        "is out of range", "give " + leastMillis + "ms to " + mostMillis + "ms, such as 60s");
            }
            return millis;
        };
    }

    /** A time of day, such as {@code 03:00}. */
    public static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new BadValueException("is no time of day", "give hours and minutes, such as 03:00");
        }
    }

    /** A time zone, such as {@code Europe/Rome}. */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadValueException("is no time zone", "give one such as Europe/Rome, UTC or +01:00");
        }
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public static <E extends Enum<E>> ValueParser<E> oneOf(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadValueException("is not one of the choices", "choose one of: " + words(type)));
    }

    /** A constant as it is written: in lower case with hyphens. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Values::word).collect(Collectors.joining(", "));
    }

    private static double parsedNumber(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadValueException("is no number", "give a number such as 4.5");
        }
    }

    private static long millis(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new BadValueException("is no duration", "give a number with ms, s, m, h or d, such as 60s");
        }
        return Long.parseLong(matcher.group(1)) * MILLIS.getOrDefault(matcher.group(2), 1L);
    }
}
