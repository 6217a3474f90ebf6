package dev.firn.preprocessor.snow;

import dev.firn.derived.SnowSurface;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How wet the snow is, in words: the classes of {@link SnowSurface}, and what is to be said where there is none.
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
        return SnowSurface.isContradiction(percent, snow.orElse(Double.NaN))
                ? CONTRADICTION
                : ofCode(SnowSurface.ofWater(percent));
    }

    private static SurfaceClass ofTemperatures(double surface, double snow) {
        double code = SnowSurface.ofTemperatures(surface, snow);
        return Double.isNaN(code) ? UNKNOWN : ofCode((int) code);
    }

    private static SurfaceClass ofCode(int code) {
        return Arrays.stream(values())
                .filter(wetness -> wetness.code == code)
                .findFirst()
                .orElseThrow();
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
