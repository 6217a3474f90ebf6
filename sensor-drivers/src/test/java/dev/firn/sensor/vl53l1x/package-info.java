/** Tests of the VL53L1X. */
@NullMarked
package dev.firn.sensor.vl53l1x;

import org.jspecify.annotations.NullMarked;
