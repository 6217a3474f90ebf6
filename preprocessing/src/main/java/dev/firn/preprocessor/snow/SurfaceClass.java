package dev.firn.preprocessor.snow;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How wet the snow is, by its liquid water content: Fierz et al. 2009, "The International Classification for Seasonal Snow
 * on the Ground" (UNESCO IHP-VII 83), table 1.7. Where nobody measures the water, temperatures tell dry snow from snow at
 * its melting point.
 */
public enum SurfaceClass {
    /** Some water may be there: at 0 °C the temperature no longer tells. */
    MELTING(0, "at melting point, wetness unknown"),
    /** No water. */
    DRY(1, "dry"),
    /** Below 3 % of the volume. */
    MOIST(2, "moist"),
    /** 3 % to below 8 %. */
    WET(3, "wet"),
    /** 8 % to 15 %. */
    VERY_WET(4, "very wet"),
    /** Above 15 %: slush. */
    SOAKED(5, "soaked"),
    /** Nothing is measured, or not enough. */
    UNKNOWN(Double.NaN, "unknown"),
    /** Water in snow that is too cold for it: one of the sensors is wrong. */
    CONTRADICTION(Double.NaN, "sensors contradict");

    private static final double WET_PERCENT = 3;
    private static final double VERY_WET_PERCENT = 8;
    private static final double SOAKED_PERCENT = 15;
    // Sensors in melting snow scatter about 0 °C by some tenths; a surface is measured less exactly, from afar.
    private static final double MELTING_CELSIUS = -0.2;
    private static final double FROZEN_CELSIUS = -0.5;
    private static final double SURFACE_FROZEN_CELSIUS = -1;

    private final double code;
    private final String text;

    SurfaceClass(double code, String text) {
        this.code = code;
        this.text = text;
    }

    /**
     * The class.
     *
     * @param surface temperature of the surface, °C
     * @param snow temperature within the snow, °C
     * @param liquidWater percent of the volume
     */
    public static SurfaceClass of(OptionalDouble surface, OptionalDouble snow, OptionalDouble liquidWater) {
        if (liquidWater.isEmpty()) {
            return ofTemperatures(surface.orElse(Double.NaN), snow.orElse(Double.NaN));
        }
        double percent = liquidWater.getAsDouble();
        boolean frozen = snow.orElse(Double.NaN) < FROZEN_CELSIUS;
        return percent > 0 && frozen ? CONTRADICTION : ofWater(percent);
    }

    private static SurfaceClass ofWater(double percent) {
        if (percent <= 0) {
            return DRY;
        }
        if (percent < WET_PERCENT) {
            return MOIST;
        }
        if (percent < VERY_WET_PERCENT) {
            return WET;
        }
        return percent <= SOAKED_PERCENT ? VERY_WET : SOAKED;
    }

    private static SurfaceClass ofTemperatures(double surface, double snow) {
        if (surface >= MELTING_CELSIUS || snow >= MELTING_CELSIUS) {
            return MELTING;
        }
        boolean snowMayBeFrozen = Double.isNaN(snow) || snow < FROZEN_CELSIUS;
        return surface < SURFACE_FROZEN_CELSIUS && snowMayBeFrozen ? DRY : UNKNOWN;
    }

    /** The number of the quantity snow-wetness; empty where nothing can be said. */
    public OptionalDouble code() {
        return Double.isNaN(code) ? OptionalDouble.empty() : OptionalDouble.of(code);
    }

    /** As people read it. */
    public String text() {
        return text;
    }

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
