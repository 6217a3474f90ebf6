/** Two light beams one behind the other: who goes through the gate, and which way. */
@NullMarked
package dev.firn.sensor.beampair;

import org.jspecify.annotations.NullMarked;
