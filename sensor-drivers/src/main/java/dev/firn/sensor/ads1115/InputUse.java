package dev.firn.sensor.ads1115;

/** What an input of the converter is connected to. */
enum InputUse {
    VOLTAGE,
    WIND_VANE,
    SNOW_MOISTURE
}
