/** Whatever part a driver of the kernel has, as industrial I/O (IIO) or hardware monitoring (hwmon). */
@NullMarked
package dev.firn.sensor.iio;

import org.jspecify.annotations.NullMarked;
