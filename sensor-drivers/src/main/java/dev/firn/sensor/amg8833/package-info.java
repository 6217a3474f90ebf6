/** Panasonic AMG8833: a thermal camera of 8 × 8 pixels that counts people. */
@NullMarked
package dev.firn.sensor.amg8833;

import org.jspecify.annotations.NullMarked;
