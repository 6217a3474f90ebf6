package dev.firn.derived;

/**
 * How wet the snow is: the classes of Fierz et al. 2009, "The International Classification for Seasonal Snow on the
 * Ground" (UNESCO IHP-VII 83), table 1.7, by liquid water content in percent of the volume: 1 dry (0), 2 moist (below
 * 3), 3 wet (3 to 8), 4 very wet (8 to 15), 5 soaked (above 15). Where nobody measures the water, temperatures tell dry
 * snow from snow at its melting point, whose wetness is unknown: 0. Temperatures in °C; NaN where none is measured.
 */
public final class SnowSurface {

    static final int UNKNOWN_AT_MELTING_POINT = 0;
    static final int DRY = 1;
    static final int MOIST = 2;
    static final int WET = 3;
    static final int VERY_WET = 4;
    static final int SOAKED = 5;

    private static final double WET_FROM_PERCENT = 3;
    private static final double VERY_WET_FROM_PERCENT = 8;
    private static final double SOAKED_ABOVE_PERCENT = 15;

    // Sensors in melting snow scatter about 0 °C by a few tenths.
    private static final double MELTING_FROM_CELSIUS = -0.2;
    private static final double FROZEN_BELOW_CELSIUS = -0.5;
    // The surface is measured from afar, so less exactly.
    private static final double SURFACE_FROZEN_BELOW_CELSIUS = -1;

    private SnowSurface() {}

    /** The class of this liquid water content in percent. */
    public static int ofWater(double percent) {
        if (percent <= 0) {
            return DRY;
        }
        if (percent < WET_FROM_PERCENT) {
            return MOIST;
        }
        if (percent < VERY_WET_FROM_PERCENT) {
            return WET;
        }
        return percent <= SOAKED_ABOVE_PERCENT ? VERY_WET : SOAKED;
    }

    /** 1 dry, 0 at the melting point; NaN in between, where a sensor cannot tell. */
    public static double ofTemperatures(double surfaceCelsius, double snowCelsius) {
        if (surfaceCelsius >= MELTING_FROM_CELSIUS || snowCelsius >= MELTING_FROM_CELSIUS) {
            return UNKNOWN_AT_MELTING_POINT;
        }
        boolean snowFrozen = Double.isNaN(snowCelsius) || snowCelsius < FROZEN_BELOW_CELSIUS;
        return surfaceCelsius < SURFACE_FROZEN_BELOW_CELSIUS && snowFrozen ? DRY : Double.NaN;
    }

    /** Whether there is water in snow that is too cold for it, so that one of the two sensors is wrong. */
    public static boolean isContradiction(double percent, double snowCelsius) {
        return percent > 0 && snowCelsius < FROZEN_BELOW_CELSIUS;
    }
}
