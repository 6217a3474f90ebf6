package dev.firn.sensor;

import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of value that a sensor's entry in the configuration can have: how its text is read.
 *
 * @param <T> what it becomes
 */
@FunctionalInterface
public interface SettingType<T> {

    /** The text of {@code [17, 27]} is {@code 17, 27}. */
    T parse(String text) throws SettingException;

    /** Any text. */
    SettingType<String> TEXT = text -> text;

    /** A GPIO chip's label, an I2C bus and the like: a word without spaces. */
    SettingType<String> WORD = matching("[^\\s]+", "is no name", "write a name without spaces");

    /** An I2C bus, {@code i2c-1}. */
    SettingType<String> I2C_BUS = matching("i2c-\\d{1,3}", "is no I2C bus", "write i2c-1, or what i2cdetect -l shows");

    /** A whole file path. */
    SettingType<String> DEVICE_FILE =
            matching("/dev/[^\\s]+", "is no device file", "write its whole path, such as /dev/ttyAMA1");

    /** Number of a GPIO line, 0 to 511. */
    SettingType<Integer> LINE = integer(0, 511);

    /** {@code sensor/quantity}. */
    SettingType<String> SERIES = matching(
            "[A-Za-z0-9][A-Za-z0-9._-]*/[a-z0-9-]+",
            "is no series",
            "write sensor/quantity, such as air/air-temperature");

    /** {@code true} or {@code false}. */
    SettingType<Boolean> TRUTH = text -> switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "on", "yes" -> true;
        case "false", "off", "no" -> false;
        default -> throw new SettingException("is neither true nor false", "write true or false");
    };

    /** The name of a quantity that Firn knows. */
    SettingType<Quantity> QUANTITY = text -> Quantity.named(text)
            .orElseThrow(() -> new SettingException(
                    "is no quantity that Firn knows",
                    "use one such as air-temperature; docs/configuration.md has all"));

    /** The name of a quantity that Firn knows and that is a temperature. */
    SettingType<Quantity> TEMPERATURE = text -> {
        Quantity quantity = QUANTITY.parse(text);
        if (!quantity.unit().equals("Cel")) {
            throw new SettingException("is no temperature", "use one in Cel, such as air-temperature");
        }
        return quantity;
    };

    /** A whole number, decimal or with {@code 0x}. */
    static SettingType<Integer> integer(int least, int most) {
        return text -> {
            try {
                int number = Integer.decode(text.matches("0\\d+") ? "x" : text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Refused below like a number out of range.
            }
            throw new SettingException("is no whole number in range", "give one from " + least + " to " + most);
        };
    }

    /** One of some whole numbers, such as a part's ranges. */
    static SettingType<Integer> oneOf(Integer... possible) {
        List<Integer> choices = List.of(possible);
        return text -> {
            int number = integer(Integer.MIN_VALUE, Integer.MAX_VALUE).parse(text);
            if (!choices.contains(number)) {
                throw new SettingException(
                        "is not one of the choices",
                        "choose one of: "
                                + choices.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
            return number;
        };
    }

    /** One of a part's I2C addresses. */
    static SettingType<Integer> address(Integer... possible) {
        String all = Arrays.stream(possible).map("0x%02x"::formatted).collect(Collectors.joining(", "));
        return text -> {
            int address = integer(0, 0x3FF).parse(text);
            if (!List.of(possible).contains(address)) {
                throw new SettingException("is no address of this part", "it can have " + all);
            }
            return address;
        };
    }

    /** A number with a point. */
    static SettingType<Double> number(double least, double most) {
        return text -> {
            try {
                double number = Double.parseDouble(text);
                if (number >= least && number <= most && !text.matches(".*[dDfF]")) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Refused below like a number out of range.
            }
            throw new SettingException("is no number in range", "give one from " + least + " to " + most);
        };
    }

    /** A duration such as {@code 10s}. */
    static SettingType<Duration> duration(Duration least, Duration most) {
        Pattern pattern = Pattern.compile("(\\d{1,9})\\s*(us|ms|s|m|h)");
        return text -> {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                Duration duration = unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
                if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                    return duration;
                }
            }
            throw new SettingException(
                    "is no duration in range",
                    "give one from " + words(least) + " to " + words(most) + ", such as 10s");
        };
    }

    /** One of an enum's constants, in lower case with hyphens. */
    static <E extends Enum<E>> SettingType<E> choice(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()), SettingType::word);
    }

    /** One of a few values, each written in one way. */
    static <T> SettingType<T> oneOf(List<T> values, Function<? super T, String> word) {
        return text -> values.stream()
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new SettingException(
                        "is not one of the choices",
                        "choose one of: " + values.stream().map(word).collect(Collectors.joining(", "))));
    }

    /** A fixed number of values of another type. */
    static <T> SettingType<List<T>> list(SettingType<T> element, int least, int most) {
        return text -> {
            List<T> values = new ArrayList<>();
            for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
                values.add(element.parse(part.strip()));
            }
            if (values.size() < least || values.size() > most) {
                throw new SettingException(
                        "has " + values.size() + " values",
                        least == most ? "give " + least : "give " + least + " to " + most);
            }
            return List.copyOf(values);
        };
    }

    /** A text of a certain form. */
    static SettingType<String> matching(String regularExpression, String reason, String cure) {
        Pattern pattern = Pattern.compile(regularExpression);
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new SettingException(reason, cure);
            }
            return text;
        };
    }

    /** How the configuration writes an enum's constant. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Duration unit(String symbol) {
        return switch (symbol) {
            case "us" -> Duration.ofNanos(1000);
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }

    private static String words(Duration duration) {
        if (duration.toMillis() > 0) {
            return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
        }
        return duration.toNanos() / 1000 + "us";
    }
}
