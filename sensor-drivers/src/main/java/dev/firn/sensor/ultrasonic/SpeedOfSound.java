package dev.firn.sensor.ultrasonic;

/**
 * How fast sound is in dry air. Source: G. S. K. Wong, "Speed of sound in standard air", J. Acoust. Soc. Am. 79 (1986)
 * 1359: 331.3 m/s at 0 °C; it goes with the square root of the absolute temperature.
 */
public final class SpeedOfSound {

    private static final double AT_ZERO = 331.3;
    private static final double ZERO_KELVIN = -273.15;

    private SpeedOfSound() {}

    /**
     * In m/s.
     *
     * @param celsius temperature of the air, -80 to 60 °C
     */
    public static double at(double celsius) {
        return AT_ZERO * Math.sqrt((celsius - ZERO_KELVIN) / -ZERO_KELVIN);
    }

    /**
     * The true distance.
     *
     * @param distance what a part makes of an echo's time, in any unit
     * @param assumed the speed that the part takes sound to have, in m/s
     * @param celsius temperature of the air, -80 to 60 °C
     */
    public static double corrected(double distance, double assumed, double celsius) {
        return distance * at(celsius) / assumed;
    }
}
