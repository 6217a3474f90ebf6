/**
 * The kernel's side of the buses: its device files, spoken to without a library between, and files of sysfs. A Pi4J
 * plugin makes the same devices known to programs that use Pi4J themselves.
 */
@NullMarked
package dev.firn.bus.linux;

import org.jspecify.annotations.NullMarked;
