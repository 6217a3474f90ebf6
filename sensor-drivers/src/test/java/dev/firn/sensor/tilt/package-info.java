/** Tests of tilt. */
@NullMarked
package dev.firn.sensor.tilt;

import org.jspecify.annotations.NullMarked;
