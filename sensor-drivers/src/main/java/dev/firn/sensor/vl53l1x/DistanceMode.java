package dev.firn.sensor.vl53l1x;

/**
 * How far a VL53L1X looks, and what its timing registers hold for that. Source: ST STSW-IMG009, the part's ultra lite
 * driver (UM2510), functions for distance mode and timing budget.
 */
enum DistanceMode {
    /** To 1.3 m, and least troubled by the sun. */
    SHORT(0x14, 0x07, 0x05, 0x38, 0x0705, 0x0606),
    /** To 4 m in the dark. */
    LONG(0x0A, 0x0F, 0x0D, 0xB8, 0x0F0D, 0x0E0E);

    /** Registers 0x5E and 0x61. */
    record Timeouts(int first, int second) {}

    /** Register 0x4B. */
    final int phaseTimeout;

    /** Register 0x60. */
    final int firstPeriod;

    /** Register 0x63. */
    final int secondPeriod;

    /** Register 0x69. */
    final int highestPhase;

    /** Registers 0x78 and 0x79. */
    final int windows;

    /** Registers 0x7A and 0x7B. */
    final int initialPhases;

    DistanceMode(
            int phaseTimeout, int firstPeriod, int secondPeriod, int highestPhase, int windows, int initialPhases) {
        this.phaseTimeout = phaseTimeout;
        this.firstPeriod = firstPeriod;
        this.secondPeriod = secondPeriod;
        this.highestPhase = highestPhase;
        this.windows = windows;
        this.initialPhases = initialPhases;
    }

    /** Whether it can do with so little time, in ms. */
    boolean has(int budget) {
        return this == SHORT || budget >= 20;
    }

    /**
     * What a timing budget means to the part.
     *
     * @param budget in ms: 15 (short only), 20, 33, 50, 100, 200 or 500
     */
    Timeouts timeouts(int budget) {
        return switch (this) {
            case SHORT ->
                switch (budget) {
                    case 15 -> new Timeouts(0x001D, 0x0027);
                    case 20 -> new Timeouts(0x0051, 0x006E);
                    case 33 -> new Timeouts(0x00D6, 0x006E);
                    case 50 -> new Timeouts(0x01AE, 0x01E8);
                    case 100 -> new Timeouts(0x02E1, 0x0388);
                    case 200 -> new Timeouts(0x03E1, 0x0496);
                    default -> new Timeouts(0x0591, 0x05C1);
                };
            case LONG ->
                switch (budget) {
                    case 20 -> new Timeouts(0x001E, 0x0022);
                    case 33 -> new Timeouts(0x0060, 0x006E);
                    case 50 -> new Timeouts(0x00AD, 0x00C6);
                    case 100 -> new Timeouts(0x01CC, 0x01EA);
                    case 200 -> new Timeouts(0x02D9, 0x02F8);
                    default -> new Timeouts(0x048F, 0x04A4);
                };
        };
    }
}
