package dev.firn.sensor.replay;

import java.math.BigDecimal;
import java.util.Optional;

/** Decimal numbers as files write them: {@code -3.5}, {@code 1e3}. No hexadecimal, no type suffix, no infinity. */
final class DecimalText {

    /** As many digits as a long always holds. */
    private static final int SHORT_DIGITS = 18;
    /** A double ends at 1.8e308: a number with more digits before the point is not expanded to see that. */
    private static final int MOST_WHOLE_DIGITS = 309;
    /** With all its digits, the least double ends at 1074 places: beyond that nobody measured anything. */
    private static final int MOST_PLACES = 1100;

    private DecimalText() {}

    /** The number that the text is; empty if it is none, or none that a double can hold. */
    static Optional<BigDecimal> parse(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        for (int i = signed ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < SHORT_DIGITS) {
                unscaled = 10 * unscaled + (c - '0');
                digits++;
            } else if (c == '.' && point < 0) {
                point = digits;
            } else {
                return parseUnusual(text);
            }
        }
        if (digits == 0) {
            return Optional.empty();
        }
        int places = point < 0 ? 0 : digits - point;
        return Optional.of(BigDecimal.valueOf(text.startsWith("-") ? -unscaled : unscaled, places));
    }

    /** Whether the text is the "not a number" that C and Python print. */
    static boolean isNotANumber(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return text.length() == (signed ? 4 : 3) && text.regionMatches(true, signed ? 1 : 0, "nan", 0, 3);
    }

    private static Optional<BigDecimal> parseUnusual(String text) {
        // BigDecimal would take the digits of any script.
        boolean ascii = text.chars().allMatch(c -> c < 128);
        try {
            return ascii ? Optional.of(new BigDecimal(text)).filter(DecimalText::fitsDouble) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean fitsDouble(BigDecimal number) {
        return number.scale() <= MOST_PLACES
                && number.precision() - number.scale() <= MOST_WHOLE_DIGITS
                && Double.isFinite(number.doubleValue());
    }
}
