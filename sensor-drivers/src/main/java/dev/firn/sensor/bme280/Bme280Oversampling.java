package dev.firn.sensor.bme280;

import java.time.Duration;

/**
 * How many measurements are made into one: 1, 2, 4, 8 or 16. Source: Bosch data sheet BST-BME280-DS002, sections 5.4.3
 * and 5.4.5 (registers) and 9.1 (time).
 */
record Bme280Oversampling(int temperature, int pressure, int humidity) {

    private static final int FORCED_MODE = 0b01;
    private static final int START_MICROS = 1250;
    private static final int SAMPLE_MICROS = 2300;
    private static final int CHANNEL_MICROS = 575;

    /** What the register ctrl_hum becomes. */
    byte controlHumidity() {
        return (byte) code(humidity);
    }

    /** What the register ctrl_meas becomes to start one measurement. */
    byte controlMeasurement() {
        return (byte) (code(temperature) << 5 | code(pressure) << 2 | FORCED_MODE);
    }

    /** How long a measurement takes at most. */
    Duration longestMeasurement(Bme280Part part) {
        int micros = START_MICROS + SAMPLE_MICROS * temperature + channelMicros(pressure);
        return Duration.ofNanos(1000L * (part.hasHumidity() ? micros + channelMicros(humidity) : micros));
    }

    private static int channelMicros(int samples) {
        return SAMPLE_MICROS * samples + CHANNEL_MICROS;
    }

    private static int code(int samples) {
        return Integer.numberOfTrailingZeros(samples) + 1;
    }
}
