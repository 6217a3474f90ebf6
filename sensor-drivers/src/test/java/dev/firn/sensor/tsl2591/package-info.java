/** Tests of the TSL2591. */
@NullMarked
package dev.firn.sensor.tsl2591;

import org.jspecify.annotations.NullMarked;
