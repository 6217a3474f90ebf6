/** Analog Devices ADXL345: acceleration and tilt. */
@NullMarked
package dev.firn.sensor.adxl345;

import org.jspecify.annotations.NullMarked;
