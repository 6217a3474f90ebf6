/** Recorded files as sources of readings: SMET weather stations, CSV counters, and several of them as one sequence. */
@NullMarked
package dev.firn.sensor.replay;

import org.jspecify.annotations.NullMarked;
