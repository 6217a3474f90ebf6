package dev.firn.derived;

/** Speed of sound in dry air: 331.3 m/s at 0 °C, rising with the root of the absolute temperature (ideal gas). */
public final class SpeedOfSound {

    private static final double AT_ZERO = 331.3;
    private static final double ZERO_CELSIUS = 273.15;

    private SpeedOfSound() {}

    /** m/s at this temperature in °C. */
    public static double at(double celsius) {
        return AT_ZERO * Math.sqrt((celsius + ZERO_CELSIUS) / ZERO_CELSIUS);
    }

    /** What a distance has to be multiplied with if its sensor has reckoned with the first temperature, not the second. */
    public static double correction(double assumedCelsius, double celsius) {
        return Math.sqrt((celsius + ZERO_CELSIUS) / (assumedCelsius + ZERO_CELSIUS));
    }
}
