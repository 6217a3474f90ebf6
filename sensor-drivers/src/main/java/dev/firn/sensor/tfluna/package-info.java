/** Benewake TF-Luna: distance by the flight of light, up to 8 m, over I2C or a serial port. */
@NullMarked
package dev.firn.sensor.tfluna;

import org.jspecify.annotations.NullMarked;
