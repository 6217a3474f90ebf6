package dev.firn.sensor.amg8833;

import dev.firn.bus.Words;

/** The numbers of an AMG8833. Source: Panasonic specification "Grid-EYE AMG88", "Thermistor register", "Temperature register". */
final class Amg8833Words {

    /** Pixels of a frame, row by row. */
    static final int PIXELS = Blob.SIDE * Blob.SIDE;

    private static final double CELSIUS_PER_THERMISTOR_COUNT = 0.0625;
    private static final double CELSIUS_PER_PIXEL_COUNT = 0.25;
    private static final int BITS = 0x0FFF;
    private static final int SIGN = 0x0800;

    private Amg8833Words() {}

    /** The part's own temperature in °C: 12 bits, of which the highest is the sign and the others the amount. */
    static double thermistor(byte[] bytes) {
        int word = Words.u16LittleEndian(bytes, 0) & BITS;
        int amount = word & ~SIGN;
        return ((word & SIGN) == 0 ? amount : -amount) * CELSIUS_PER_THERMISTOR_COUNT;
    }

    /** What a pixel sees in °C: 12 bits, two's complement. */
    static double pixel(byte[] bytes, int index) {
        int word = Words.u16LittleEndian(bytes, 2 * index) & BITS;
        return ((word ^ SIGN) - SIGN) * CELSIUS_PER_PIXEL_COUNT;
    }

    /** All pixels in °C. */
    static double[] frame(byte[] bytes) {
        double[] frame = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            frame[i] = pixel(bytes, i);
        }
        return frame;
    }
}
