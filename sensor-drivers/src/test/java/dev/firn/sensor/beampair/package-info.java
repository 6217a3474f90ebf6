/** Tests of the beam pair. */
@NullMarked
package dev.firn.sensor.beampair;

import org.jspecify.annotations.NullMarked;
