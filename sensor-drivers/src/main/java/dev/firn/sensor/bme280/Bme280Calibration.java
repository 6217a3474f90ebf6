package dev.firn.sensor.bme280;

import dev.firn.bus.Words;
import dev.firn.sensor.SensorFaultException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the maker has written into a part so that its counts become values. Source: Bosch data sheets BST-BME280-DS002,
 * sections 4.2.2 (layout) and 4.2.3 (the integer formulas), and BST-BMP280-DS001, section 3.11.3. Computed with 64
 * bits, where nothing can overflow that does not in the data sheet's 32.
 *
 * @param temperature for both parts
 * @param pressure for both parts
 * @param humidity the BME280's
 */
record Bme280Calibration(Temperature temperature, Pressure pressure, Optional<Humidity> humidity) {

    /** Bytes from register 0x88: temperature, pressure, one that is unused, and the first of the humidity. */
    static final int FIRST_BYTES = 26;

    /** Bytes from register 0xE1: the rest of the humidity. */
    static final int HUMIDITY_BYTES = 7;

    private static final int PRESSURE_FROM = 6;
    private static final int PRESSURE_TO = 24;
    private static final int H1_AT = 25;

    /**
     * A BMP280's.
     *
     * @param first from register 0x88
     * @throws SensorFaultException if it is blank
     */
    static Bme280Calibration of(byte[] first) {
        refuseBlank(Arrays.copyOf(first, PRESSURE_TO));
        return new Bme280Calibration(Temperature.of(first), Pressure.of(first), Optional.empty());
    }

    /**
     * A BME280's.
     *
     * @param first from register 0x88
     * @param second from register 0xE1
     * @throws SensorFaultException if one of them is blank
     */
    static Bme280Calibration of(byte[] first, byte[] second) {
        refuseBlank(second);
        Bme280Calibration both = of(first);
        Humidity humidity = Humidity.of(Words.u8(first, H1_AT), second);
        return new Bme280Calibration(both.temperature, both.pressure, Optional.of(humidity));
    }

    private static void refuseBlank(byte[] bytes) {
        if (Words.areBlank(bytes)) {
            throw new SensorFaultException("its calibration is blank: a broken part, or a disturbed bus");
        }
    }

    /** T1 without sign, T2 and T3 with. */
    record Temperature(int t1, int t2, int t3) {

        static Temperature of(byte[] first) {
            return new Temperature(
                    Words.u16LittleEndian(first, 0), Words.s16LittleEndian(first, 2), Words.s16LittleEndian(first, 4));
        }

        /**
         * The temperature in 1/5120 °C, which the other two formulas need ("t_fine").
         *
         * @param counts 20 bits, unsigned
         */
        int fine(int counts) {
            long linear = (((counts >> 3) - ((long) t1 << 1)) * t2) >> 11;
            long distance = (counts >> 4) - (long) t1;
            long square = (((distance * distance) >> 12) * t3) >> 14;
            return (int) (linear + square);
        }

        /** The temperature in 1/100 °C. */
        static int hundredths(int fine) {
            return (fine * 5 + 128) >> 8;
        }
    }

    /** P1 without sign, P2 to P9 with. */
    record Pressure(int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9) {

        static Pressure of(byte[] first) {
            int[] p = new int[(PRESSURE_TO - PRESSURE_FROM) / 2];
            Arrays.setAll(p, i -> Words.s16LittleEndian(first, PRESSURE_FROM + 2 * i));
            int p1 = Words.u16LittleEndian(first, PRESSURE_FROM);
            return new Pressure(p1, p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]);
        }

        /**
         * The pressure in 1/256 Pa.
         *
         * @param counts 20 bits, unsigned
         * @throws SensorFaultException if the calibration lets none be computed
         */
        long pascal256ths(int fine, int counts) {
            long warmth = fine - 128_000L;
            long offset = warmth * warmth * p6 + ((warmth * p5) << 17) + ((long) p4 << 35);
            long factor = ((warmth * warmth * p3) >> 8) + ((warmth * p2) << 12);
            long divisor = (((1L << 47) + factor) * p1) >> 33;
            if (divisor == 0) {
                throw new SensorFaultException("its calibration of the pressure divides by zero: a broken part");
            }
            long linear = ((((1_048_576L - counts) << 31) - offset) * 3125) / divisor;
            long square = (p9 * (linear >> 13) * (linear >> 13)) >> 25;
            return ((linear + square + ((p8 * linear) >> 19)) >> 8) + ((long) p7 << 4);
        }
    }

    /** H1 and H3 without sign, the others with. */
    record Humidity(int h1, int h2, int h3, int h4, int h5, int h6) {

        /** 100 %, the data sheet's limit, before the last shift. */
        private static final long SATURATION = 100L << 22;

        static Humidity of(int h1, byte[] second) {
            return new Humidity(
                    h1,
                    Words.s16LittleEndian(second, 0),
                    Words.u8(second, 2),
                    second[3] << 4 | (second[4] & 0x0F),
                    second[5] << 4 | Words.u8(second, 4) >> 4,
                    second[6]);
        }

        /**
         * The relative humidity in 1/1024 %, 0 to 100 %.
         *
         * @param counts 16 bits, unsigned
         */
        int percent1024ths(int fine, int counts) {
            long warmth = fine - 76_800L;
            long signal = (((long) counts << 14) - ((long) h4 << 20) - h5 * warmth + 16_384) >> 15;
            long curve = (((warmth * h6) >> 10) * (((warmth * h3) >> 11) + 32_768)) >> 10;
            long scaled = signal * (((curve + 2_097_152) * h2 + 8_192) >> 14);
            long corrected = scaled - (((((scaled >> 15) * (scaled >> 15)) >> 7) * h1) >> 4);
            return (int) (Math.clamp(corrected, 0, SATURATION) >> 12);
        }
    }
}
