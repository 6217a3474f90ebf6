package dev.firn.sensor.sht;

import java.util.List;
import java.util.Set;

/**
 * The two families, which differ in their commands and in the formula of the humidity. Source: Sensirion data sheets
 * "SHT3x-DIS", table 4 (times) and sections 4.3 to 4.13, and "SHT4x", table 5 (times) and sections 4.5 and 4.6. All
 * measurements are those without clock stretching, which the Raspberry Pi's I2C does not stand.
 */
enum ShtPart {
    SHT31("SHT3x") {
        @Override
        Set<Integer> addresses() {
            return Set.of(0x44, 0x45);
        }

        @Override
        Set<String> kernelNames() {
            return Set.of("sht3x", "sht31");
        }

        // A break first: while it measures by itself, it takes no reset.
        @Override
        List<ShtCommand> resets() {
            return List.of(ShtCommand.micros("3093", 1000), ShtCommand.micros("30a2", 1500));
        }

        @Override
        ShtCommand serialNumber() {
            return ShtCommand.micros("3780", 1000);
        }

        @Override
        ShtCommand measurement(Repeatability repeatability) {
            return switch (repeatability) {
                case HIGH -> ShtCommand.micros("2400", 15_500);
                case MEDIUM -> ShtCommand.micros("240b", 6_500);
                case LOW -> ShtCommand.micros("2416", 4_500);
            };
        }

        @Override
        double percent(int ticks) {
            return 100 * ticks / FULL_SCALE;
        }
    },
    SHT4X("SHT4x") {
        @Override
        Set<Integer> addresses() {
            return Set.of(0x44, 0x45, 0x46);
        }

        @Override
        Set<String> kernelNames() {
            return Set.of("sht4x");
        }

        @Override
        List<ShtCommand> resets() {
            return List.of(ShtCommand.micros("94", 1000));
        }

        @Override
        ShtCommand serialNumber() {
            return ShtCommand.micros("89", 1000);
        }

        @Override
        ShtCommand measurement(Repeatability repeatability) {
            return switch (repeatability) {
                case HIGH -> ShtCommand.micros("fd", 10_000);
                case MEDIUM -> ShtCommand.micros("f6", 5_000);
                case LOW -> ShtCommand.micros("e0", 2_000);
            };
        }

        @Override
        double percent(int ticks) {
            return -6 + 125 * ticks / FULL_SCALE;
        }
    };

    private static final double FULL_SCALE = 65_535;

    private final String family;

    ShtPart(String family) {
        this.family = family;
    }

    /** How people call it. */
    String family() {
        return family;
    }

    /** Where it can be. */
    abstract Set<Integer> addresses();

    /** What the kernel may call it. */
    abstract Set<String> kernelNames();

    /** What brings it into a known state, one after the other. */
    abstract List<ShtCommand> resets();

    abstract ShtCommand serialNumber();

    /** One measurement. */
    abstract ShtCommand measurement(Repeatability repeatability);

    /**
     * Relative humidity in %, by the formula alone.
     *
     * @param ticks 16 bits, unsigned
     */
    abstract double percent(int ticks);

    /**
     * Temperature in °C, the same for both.
     *
     * @param ticks 16 bits, unsigned
     */
    static double celsius(int ticks) {
        return -45 + 175 * ticks / FULL_SCALE;
    }
}
