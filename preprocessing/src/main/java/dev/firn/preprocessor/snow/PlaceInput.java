package dev.firn.preprocessor.snow;

import java.util.Locale;

/** What a series can say about a place. */
enum PlaceInput {
    /** Depth of the snow, m. */
    DEPTH("m"),
    /** Temperature of the snow's surface, °C. */
    SURFACE_TEMPERATURE("Cel"),
    /** Temperature within the snow, °C. */
    SNOW_TEMPERATURE("Cel"),
    /** Water in the snow, percent of its volume. */
    LIQUID_WATER("%"),
    /** Snow that has fallen, m. */
    NEW_SNOW("m"),
    /** Wet-bulb temperature of the air, °C. */
    WET_BULB("Cel");

    private final String unit;

    PlaceInput(String unit) {
        this.unit = unit;
    }

    /** SenML unit that a series must have to say it. */
    String unit() {
        return unit;
    }

    /** Its key in the settings. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
