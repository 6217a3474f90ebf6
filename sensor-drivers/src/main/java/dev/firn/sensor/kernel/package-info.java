/** Parts that a driver of the kernel speaks to: their directories in sysfs, found by name or by I2C address. */
@NullMarked
package dev.firn.sensor.kernel;

import org.jspecify.annotations.NullMarked;
