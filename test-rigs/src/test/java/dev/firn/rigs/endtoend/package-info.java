/** The built gateway, run as a process from a configuration file against real Mosquitto. */
@NullMarked
package dev.firn.rigs.endtoend;

import org.jspecify.annotations.NullMarked;
