/** Sensirion SHT3x and SHT4x: temperature and humidity of the air. */
@NullMarked
package dev.firn.sensor.sht;

import org.jspecify.annotations.NullMarked;
