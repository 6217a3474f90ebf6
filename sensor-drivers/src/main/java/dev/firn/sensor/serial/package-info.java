/** Parts that talk by themselves at a serial port: their frames, cut out of the stream. */
@NullMarked
package dev.firn.sensor.serial;

import org.jspecify.annotations.NullMarked;
