/** Tests of the ADS1115. */
@NullMarked
package dev.firn.sensor.ads1115;

import org.jspecify.annotations.NullMarked;
