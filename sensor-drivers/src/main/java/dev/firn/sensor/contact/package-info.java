/** One GPIO line as a state: a door, an end switch, an alarm output. */
@NullMarked
package dev.firn.sensor.contact;

import org.jspecify.annotations.NullMarked;
