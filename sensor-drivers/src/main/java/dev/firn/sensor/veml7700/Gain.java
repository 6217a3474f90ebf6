package dev.firn.sensor.veml7700;

/** How much the part amplifies: bits 12 and 11 of its configuration. */
enum Gain {
    EIGHTH("1/8", 0.125, 0b10),
    QUARTER("1/4", 0.25, 0b11),
    ONE("1", 1, 0b00),
    TWO("2", 2, 0b01);

    private static final int LOWEST_BIT = 11;

    private final String word;
    private final double factor;
    private final int code;

    Gain(String word, double factor, int code) {
        this.word = word;
        this.factor = factor;
        this.code = code;
    }

    /** How the configuration writes it. */
    String word() {
        return word;
    }

    double factor() {
        return factor;
    }

    int bits() {
        return code << LOWEST_BIT;
    }

    /** Whether it is one of those with which bright light is not measured in proportion. */
    boolean needsCorrection() {
        return this == EIGHTH || this == QUARTER;
    }
}
