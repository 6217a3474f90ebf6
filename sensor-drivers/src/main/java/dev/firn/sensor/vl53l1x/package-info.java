/** ST VL53L1X: distance by the flight of light, up to 4 m. */
@NullMarked
package dev.firn.sensor.vl53l1x;

import org.jspecify.annotations.NullMarked;
