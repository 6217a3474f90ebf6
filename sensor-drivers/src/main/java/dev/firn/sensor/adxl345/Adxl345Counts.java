package dev.firn.sensor.adxl345;

import dev.firn.bus.Words;
import dev.firn.sensor.tilt.Acceleration;

/**
 * The numbers of an ADXL345 in full resolution, where a count is the same in every range. Source: Analog Devices data
 * sheet ADXL345, Rev. G, table 1 and "Register 0x32 to Register 0x37".
 */
final class Adxl345Counts {

    /** Three axes from register 0x32. */
    static final int LENGTH = 6;

    private static final double GRAVITIES_PER_COUNT = 0.0039;

    private Adxl345Counts() {}

    static double gravities(int counts) {
        return counts * GRAVITIES_PER_COUNT;
    }

    static Acceleration acceleration(byte[] sample) {
        return Acceleration.ofGravities(
                gravities(axis(sample, 0)), gravities(axis(sample, 1)), gravities(axis(sample, 2)));
    }

    /**
     * Whether an axis is at the end of its range.
     *
     * @param range in g each way: 2 has 10 bits, 16 has 13
     */
    static boolean isClipped(byte[] sample, int range) {
        int most = range * 256 - 1;
        for (int axis = 0; axis < 3; axis++) {
            int counts = axis(sample, axis);
            if (counts >= most || counts < -most) {
                return true;
            }
        }
        return false;
    }

    private static int axis(byte[] sample, int number) {
        return Words.s16LittleEndian(sample, 2 * number);
    }
}
