package dev.firn.sensor.tsl2591;

/** How much the part amplifies: bits 5 and 4 of its control register. From the least to the most. */
enum Gain {
    LOW(1, 0x00),
    MEDIUM(25, 0x10),
    HIGH(428, 0x20),
    MAXIMUM(9876, 0x30);

    private final int factor;
    private final int bits;

    Gain(int factor, int bits) {
        this.factor = factor;
        this.bits = bits;
    }

    int factor() {
        return factor;
    }

    int bits() {
        return bits;
    }

    /** The next lower one, or the lowest itself. */
    Gain lower() {
        return switch (this) {
            case LOW, MEDIUM -> LOW;
            case HIGH -> MEDIUM;
            case MAXIMUM -> HIGH;
        };
    }

    /** The next higher one, or the highest itself. */
    Gain higher() {
        return switch (this) {
            case LOW -> MEDIUM;
            case MEDIUM -> HIGH;
            case HIGH, MAXIMUM -> MAXIMUM;
        };
    }
}
