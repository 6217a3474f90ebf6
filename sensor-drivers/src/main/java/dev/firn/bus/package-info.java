/**
 * What sensors are connected to, as a driver sees it: I2C, GPIO, serial lines, the kernel's own files. Nothing here
 * knows a sensor; {@code bus.linux} is the kernel's side.
 */
@NullMarked
package dev.firn.bus;

import org.jspecify.annotations.NullMarked;
