package dev.firn.preprocessor.snow;

import dev.firn.derived.SnowMaking;
import java.util.Locale;

/** Whether snow guns can run. */
public enum SnowMakingWindow {
    /** Not below the start. */
    TOO_WARM,
    /** They run, with little snow for the water. */
    MARGINAL,
    /** They run well. */
    GOOD;

    /** The number of the quantity snow-making. */
    public int code() {
        return switch (this) {
            case TOO_WARM -> 0;
            case MARGINAL -> 1;
            case GOOD -> 2;
        };
    }

    /** As programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The window at this wet-bulb temperature, °C, for guns of this kind. */
    public static SnowMakingWindow at(double wetBulbCelsius, SnowMaking guns) {
        return switch ((int) guns.window(wetBulbCelsius)) {
            case 0 -> TOO_WARM;
            case 1 -> MARGINAL;
            default -> GOOD;
        };
    }
}
