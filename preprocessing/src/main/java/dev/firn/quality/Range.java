package dev.firn.quality;

/**
 * The values from {@code min} to {@code max}, both inclusive, in the unit of the quantity they belong to. An infinite
 * end leaves that side open.
 *
 * @param min least value inside
 * @param max greatest value inside, above {@code min}
 */
public record Range(double min, double max) {

    /** Checks that both ends are numbers, in order. */
    public Range {
        if (!(min < max)) {
            throw new IllegalArgumentException("range [" + min + ", " + max + "]: want two numbers, the lower first");
        }
    }

    /** Whether the value lies inside, an end included; NaN does not. */
    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}
