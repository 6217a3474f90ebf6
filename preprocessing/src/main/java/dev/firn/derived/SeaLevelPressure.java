package dev.firn.derived;

/**
 * Pressure and height with the lapse rate of the standard atmosphere, 6.5 K/km (ICAO Doc 7488). Pressures in Pa, heights
 * in m, temperatures in °C.
 */
public final class SeaLevelPressure {

    private static final double LAPSE_RATE = 0.0065;
    // g M / (R · lapse rate): 5.25588 with the constants of ICAO Doc 7488; reductions round it to 5.257.
    private static final double STANDARD_EXPONENT = 5.25588;
    private static final double REDUCTION_EXPONENT = 5.257;
    private static final double ZERO_CELSIUS = 273.15;
    private static final double STANDARD_CELSIUS = 15;
    private static final double STANDARD_PASCAL = 101_325;

    private SeaLevelPressure() {}

    /**
     * The pressure that a station would have at sea level, if the air below it had the standard lapse rate. There is no
     * such air, so at a mountain the result depends strongly on the temperature.
     */
    public static double reduced(double pascal, double celsius, double height) {
        return pascal * Math.pow(ratio(celsius + LAPSE_RATE * height, height), -REDUCTION_EXPONENT);
    }

    /** The pressure at this height in the standard atmosphere. */
    public static double standardAt(double height) {
        return STANDARD_PASCAL * Math.pow(ratio(STANDARD_CELSIUS, height), STANDARD_EXPONENT);
    }

    private static double ratio(double seaLevelCelsius, double height) {
        return 1 - LAPSE_RATE * height / (seaLevelCelsius + ZERO_CELSIUS);
    }
}
