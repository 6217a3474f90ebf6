package dev.firn.preprocessor.snow;

import java.util.Locale;

/** What a series can say about a place. */
enum PlaceInput {
    /** Depth of the snow, m. */
    DEPTH,
    /** Temperature of the snow's surface, °C. */
    SURFACE_TEMPERATURE,
    /** Temperature within the snow, °C. */
    SNOW_TEMPERATURE,
    /** Water in the snow, percent of its volume. */
    LIQUID_WATER,
    /** Snow that has fallen, m. */
    NEW_SNOW,
    /** Wet-bulb temperature of the air, °C. */
    WET_BULB;

    /** Its key in the settings. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
