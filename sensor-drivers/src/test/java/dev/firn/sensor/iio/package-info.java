/** Tests of the drivers for what the kernel has. */
@NullMarked
package dev.firn.sensor.iio;

import org.jspecify.annotations.NullMarked;
