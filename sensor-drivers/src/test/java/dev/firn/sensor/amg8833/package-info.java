/** Tests of the AMG8833. */
@NullMarked
package dev.firn.sensor.amg8833;

import org.jspecify.annotations.NullMarked;
