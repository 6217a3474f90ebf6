package dev.firn.sensor.lsm303agr;

import dev.firn.bus.Words;
import dev.firn.sensor.tilt.Acceleration;

/**
 * The numbers of an LSM303AGR's accelerometer. Source: ST data sheet LSM303AGR, Rev. 11, table 3 ("Sensor
 * characteristics").
 *
 * @param resolution how many bits it measures with
 * @param range in g each way: 2, 4, 8 or 16
 */
record Lsm303AgrCounts(Resolution resolution, int range) {

    /** Three axes from register 0x28. */
    static final int LENGTH = 6;

    /** How many bits of a word count, from the left, and what one is worth at ±2 g. */
    enum Resolution {
        /** 12 bits, which takes most current. */
        HIGH(4, 1),
        /** 10 bits. */
        NORMAL(6, 4),
        /** 8 bits, which takes least current. */
        LOW_POWER(8, 16);

        private final int shift;
        private final int milligravities;

        Resolution(int shift, int milligravities) {
            this.shift = shift;
            this.milligravities = milligravities;
        }
    }

    /** An axis in thousandths of g. */
    int milligravities(byte[] sample, int axis) {
        int atTwoGravities = counts(sample, axis) * resolution.milligravities;
        // At ±16 g the part's sensitivity is 12 mg, not 8: the one step that is not a doubling.
        return range == 16 ? atTwoGravities * 12 : atTwoGravities * range / 2;
    }

    Acceleration acceleration(byte[] sample) {
        return Acceleration.ofGravities(gravities(sample, 0), gravities(sample, 1), gravities(sample, 2));
    }

    /** Whether an axis is at the end of its range. */
    boolean isClipped(byte[] sample) {
        return isEnd(counts(sample, 0)) || isEnd(counts(sample, 1)) || isEnd(counts(sample, 2));
    }

    private double gravities(byte[] sample, int axis) {
        return milligravities(sample, axis) / 1000.0;
    }

    private int counts(byte[] sample, int axis) {
        return Words.s16LittleEndian(sample, 2 * axis) >> resolution.shift;
    }

    private boolean isEnd(int counts) {
        return counts == Short.MAX_VALUE >> resolution.shift || counts == Short.MIN_VALUE >> resolution.shift;
    }
}
