/** What every source of readings shares: the position of a station, the faults of the module. */
@NullMarked
package dev.firn.sensor;

import org.jspecify.annotations.NullMarked;
