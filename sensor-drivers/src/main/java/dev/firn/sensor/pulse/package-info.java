/** Parts that close a contact once for so many metres of wind or millimetres of rain. */
@NullMarked
package dev.firn.sensor.pulse;

import org.jspecify.annotations.NullMarked;
