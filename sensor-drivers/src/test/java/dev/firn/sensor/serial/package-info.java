/** Tests of parts that talk by themselves. */
@NullMarked
package dev.firn.sensor.serial;

import org.jspecify.annotations.NullMarked;
