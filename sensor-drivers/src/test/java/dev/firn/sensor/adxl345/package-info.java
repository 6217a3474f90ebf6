/** Tests of the ADXL345. */
@NullMarked
package dev.firn.sensor.adxl345;

import org.jspecify.annotations.NullMarked;
