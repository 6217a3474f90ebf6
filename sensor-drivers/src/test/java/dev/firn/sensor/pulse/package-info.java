/** Tests of pulse counting. */
@NullMarked
package dev.firn.sensor.pulse;

import org.jspecify.annotations.NullMarked;
