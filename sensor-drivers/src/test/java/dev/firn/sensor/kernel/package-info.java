/** Tests of parts that the kernel drives. */
@NullMarked
package dev.firn.sensor.kernel;

import org.jspecify.annotations.NullMarked;
