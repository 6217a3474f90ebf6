package dev.firn.preprocessor.snow.push;

import java.util.OptionalDouble;

/**
 * What is worth pushing, and what it costs. The defaults are ours.
 *
 * @param toleranceMetres a depth that is off its target by this much or less is left alone, 0 or more; default 0.03 m,
 *     the noise of an ultrasonic sensor
 * @param uphillFactor what a metre straight uphill costs compared with a level one, 1 to {@value #GREATEST_FACTOR};
 *     default 1, as on level ground
 * @param uphill where uphill is, degrees clockwise from true north; empty while the factor is 1
 */
public record PushSettings(double toleranceMetres, double uphillFactor, OptionalDouble uphill) {

    /** Largest factor: beyond it snow is not pushed uphill at all. */
    public static final double GREATEST_FACTOR = 10;

    /** 3 cm, level. */
    public static final PushSettings DEFAULT = new PushSettings(0.03, 1, OptionalDouble.empty());

    private static final double FULL_CIRCLE = 360;

    /** Checks the ranges, and that uphill is known where it costs more. */
    public PushSettings {
        if (!(toleranceMetres >= 0 && toleranceMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance of " + toleranceMetres + " m: want 0 or more");
        }
        if (!(uphillFactor >= 1 && uphillFactor <= GREATEST_FACTOR)) {
            throw new IllegalArgumentException("uphill factor " + uphillFactor + ": want 1 to 10");
        }
        if (uphillFactor > 1 && uphill.isEmpty()) {
            throw new IllegalArgumentException(
                    "uphill factor " + uphillFactor + " without a direction: say where uphill is");
        }
        uphill.ifPresent(PushSettings::checkDirection);
    }

    private static void checkDirection(double degrees) {
        if (!(degrees >= 0 && degrees <= FULL_CIRCLE)) {
            throw new IllegalArgumentException("uphill at " + degrees + " degrees: want 0 to 360");
        }
    }
}
