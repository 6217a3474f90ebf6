package dev.firn.preprocessor.snow;

import java.util.Optional;

/**
 * The groomer and its sensors.
 *
 * @param id its name; derived readings are of the sensor of this id
 * @param position sensor that gives latitude, longitude and perhaps position-error
 * @param depth series of the depth under it, {@code sensor/quantity}, m
 * @param tilt sensor that gives pitch, roll and slope
 */
record GroomerSettings(String id, Optional<String> position, Optional<String> depth, Optional<String> tilt) {}
