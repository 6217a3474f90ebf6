/** Tests of NMEA 0183. */
@NullMarked
package dev.firn.sensor.nmea;

import org.jspecify.annotations.NullMarked;
