package dev.firn.preprocessor.snow;

import dev.firn.senml.JsonNumber;

/** Numbers with as many decimals as they are worth. */
final class Rounded {

    private static final double TEN = 10;

    private Rounded() {}

    /** The number to so many decimals; NaN stays. */
    static double to(double value, int decimals) {
        double unit = Math.pow(TEN, decimals);
        return Double.isNaN(value) ? value : Math.round(value * unit) / unit;
    }

    /** The same as people read it. */
    static String text(double value, int decimals) {
        return JsonNumber.text(to(value, decimals));
    }
}
