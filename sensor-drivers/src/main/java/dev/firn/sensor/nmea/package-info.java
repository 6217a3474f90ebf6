/** Satellite receivers that speak NMEA 0183 on a serial line. */
@NullMarked
package dev.firn.sensor.nmea;

import org.jspecify.annotations.NullMarked;
