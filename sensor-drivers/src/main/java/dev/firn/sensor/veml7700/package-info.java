/** Vishay VEML7700: light from a dim room to the sun. */
@NullMarked
package dev.firn.sensor.veml7700;

import org.jspecify.annotations.NullMarked;
