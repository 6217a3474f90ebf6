package dev.firn.config;

import dev.firn.telemetry.SeriesId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that the configuration knows, each by its text. */
final class Values {

    private static final Pattern MEASURE = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]{0,3})");
    private static final Pattern TOPIC_LEVEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SERIES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*/[a-z0-9]+(-[a-z0-9]+)*");
    private static final String DURATION_CURE = "give a number with ms, s, m, h or d, such as 10s";
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Long> BYTES = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    private Values() {}

    static String text(String text) throws BadValueException {
        if (text.isBlank()) {
            throw new BadValueException("has no value", "write one, or remove the key");
        }
        return text;
    }

    static String topicLevel(String text) throws BadValueException {
        if (!TOPIC_LEVEL.matcher(text).matches()) {
            throw new BadValueException(
                    "cannot be part of an MQTT topic",
                    "use letters, digits, '.', '_' and '-', a letter or a digit first");
        }
        return text;
    }

    static String sensorId(String text) throws BadValueException {
        if (!SeriesId.isSensorId(text)) {
            throw new BadValueException(
                    "cannot be a sensor's id", "use letters, digits, '.', '_' and '-', a letter or a digit first");
        }
        return text;
    }

    static String series(String text) throws BadValueException {
        if (!SERIES.matcher(text).matches()) {
            throw new BadValueException("is no series", "write sensor/quantity, such as air/air-temperature");
        }
        return text;
    }

    static Duration duration(String text) throws BadValueException {
        Matcher matcher = MEASURE.matcher(text);
        if (!matcher.matches() || !MILLIS.containsKey(matcher.group(2))) {
            throw new BadValueException("is no duration", DURATION_CURE);
        }
        return Duration.ofMillis(multiply(matcher.group(1), MILLIS.get(matcher.group(2))));
    }

    static ValueParser<Duration> durationBetween(Duration least, Duration most) {
        return text -> {
            Duration duration = duration(text);
            if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                throw new BadValueException("is out of range", "give " + describe(least) + " to " + describe(most));
            }
            return duration;
        };
    }

    static ValueParser<Long> bytesFrom(long least) {
        return text -> {
            Matcher matcher = MEASURE.matcher(text);
            String unit = matcher.matches() ? matcher.group(2).toUpperCase(Locale.ROOT) : "?";
            if (!BYTES.containsKey(unit)) {
                throw new BadValueException("is no size", "give a number with B, KB, MB or GB, such as 256MB");
            }
            long bytes = multiply(matcher.group(1), BYTES.get(unit));
            if (bytes < least) {
                String size = least < 1 << 20 ? least + "B" : least / (1 << 20) + "MB";
                throw new BadValueException("is too small", "give " + size + " or more");
            }
            return bytes;
        };
    }

    static ValueParser<Double> numberBetween(double least, double most) {
        return text -> {
            double number = number(text);
            if (!(number >= least && number <= most)) {
                throw new BadValueException(
                        "is out of range", "give a number from " + plain(least) + " to " + plain(most));
            }
            return number;
        };
    }

    static double number(String text) throws BadValueException {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number) && !text.endsWith("d") && !text.endsWith("f")) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, like the texts that Java takes for numbers and no user does.
        }
        throw new BadValueException("is no number", "give a number such as 4.5, with a point");
    }

    static boolean onOff(String text) throws BadValueException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw new BadValueException("is neither on nor off", "write on or off");
        };
    }

    /** One of an enum's constants, written in lower case. */
    static <E extends Enum<E>> ValueParser<E> oneOf(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (text.equals(word(constant))) {
                    return constant;
                }
            }
            String words = String.join(
                    ", ",
                    Arrays.stream(type.getEnumConstants()).map(Values::word).toList());
            throw new BadValueException("is not one of the choices", "choose one of: " + words);
        };
    }

    static Instant instant(String text) throws BadValueException {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 1900 || time.getYear() > 2200) {
                throw new BadValueException("is a time that no recording has", "give a year from 1900 to 2200");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new BadValueException("is no instant", "give date, time and zone, such as 2014-12-26T00:00:00+01:00");
        }
    }

    static ZoneId zone(String text) throws BadValueException {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadValueException("is no time zone", "give one such as Europe/Rome, UTC or +01:00");
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long multiply(String digits, long factor) throws BadValueException {
        try {
            return Math.multiplyExact(Long.parseLong(digits), factor);
        } catch (ArithmeticException e) {
            throw new BadValueException("is too large", "give less");
        }
    }

    private static String describe(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + "ms";
        }
        return duration.toString().substring(duration.toDaysPart() > 0 ? 1 : 2).toLowerCase(Locale.ROOT);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
