/** Tests of the SHT3x and SHT4x. */
@NullMarked
package dev.firn.sensor.sht;

import org.jspecify.annotations.NullMarked;
