package dev.firn.derived;

/**
 * Water vapour in air: Magnus formulas with the constants of Alduchov and Eskridge 1996, "Improved Magnus Form
 * Approximation of Saturation Vapor Pressure", J. Appl. Meteor. 35, 601 (equations 21 and 23), good to 0.4 % from −40 to
 * 50 °C. Temperatures in °C, pressures in Pa. Relative humidity in percent over water, below 0 °C too, as sensors report
 * it; above 100 it counts as 100; at 0 or below there is no vapour, so that dew and frost point are NaN.
 */
public final class Humidity {

    private static final double WATER_AT_ZERO = 610.94;
    private static final double WATER_SLOPE = 17.625;
    private static final double WATER_OFFSET = 243.04;
    private static final double ICE_AT_ZERO = 611.21;
    private static final double ICE_SLOPE = 22.587;
    private static final double ICE_OFFSET = 273.86;
    private static final double SATURATED = 100;

    private Humidity() {}

    /** Pressure of vapour that is saturated over water, also over water that is below freezing, Pa. */
    public static double saturationOverWater(double celsius) {
        return WATER_AT_ZERO * Math.exp(WATER_SLOPE * celsius / (WATER_OFFSET + celsius));
    }

    /** Pressure of vapour that is saturated over ice, Pa. */
    public static double saturationOverIce(double celsius) {
        return ICE_AT_ZERO * Math.exp(ICE_SLOPE * celsius / (ICE_OFFSET + celsius));
    }

    /** Pressure of the vapour in the air, Pa; NaN for a humidity of 0 or less. */
    public static double vapourPressure(double celsius, double percent) {
        return percent > 0 ? Math.min(percent, SATURATED) / SATURATED * saturationOverWater(celsius) : Double.NaN;
    }

    /** Temperature at which the vapour in the air is saturated over water. */
    public static double dewPoint(double celsius, double percent) {
        double logarithm = Math.log(vapourPressure(celsius, percent) / WATER_AT_ZERO);
        return WATER_OFFSET * logarithm / (WATER_SLOPE - logarithm);
    }

    /**
     * Temperature at which rime forms, or dew where that is above 0 °C, as chilled mirrors tell it. Below 0 °C it lies
     * above the dew point, and above the air's temperature where the air is supersaturated over ice.
     */
    public static double frostPoint(double celsius, double percent) {
        double logarithm = Math.log(vapourPressure(celsius, percent) / ICE_AT_ZERO);
        double frostPoint = ICE_OFFSET * logarithm / (ICE_SLOPE - logarithm);
        return frostPoint > 0 ? Math.max(0, dewPoint(celsius, percent)) : frostPoint;
    }
}
