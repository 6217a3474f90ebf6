/** Buses without hardware: registers, commands, edges and bytes that a test fills in. */
@NullMarked
package dev.firn.bus;

import org.jspecify.annotations.NullMarked;
