/** Tests of distance by sound. */
@NullMarked
package dev.firn.sensor.ultrasonic;

import org.jspecify.annotations.NullMarked;
