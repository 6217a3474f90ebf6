/** Tests of the VEML7700. */
@NullMarked
package dev.firn.sensor.veml7700;

import org.jspecify.annotations.NullMarked;
