package dev.firn.senml;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as Firn writes them: shortest, so that 4.1 does not travel as 4.100000000000023. */
public final class JsonNumber {

    /** Significant digits that are written at most. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final int MILLIS_DIGITS = 3;

    private JsonNumber() {}

    /** The number rounded to 12 significant digits; {@code null}, JSON's word for nothing, where it is not finite. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        boolean readable = Math.abs(rounded.precision() - rounded.scale()) <= DIGITS.getPrecision();
        return readable ? rounded.toPlainString() : rounded.toString();
    }

    /** Milliseconds as seconds, exactly. */
    static String seconds(long millis) {
        return BigDecimal.valueOf(millis, MILLIS_DIGITS).stripTrailingZeros().toPlainString();
    }
}
