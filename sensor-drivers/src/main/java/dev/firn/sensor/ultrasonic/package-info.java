/** Distance by the flight of sound: what the air's temperature does to it, and the snow height that follows from it. */
@NullMarked
package dev.firn.sensor.ultrasonic;

import org.jspecify.annotations.NullMarked;
