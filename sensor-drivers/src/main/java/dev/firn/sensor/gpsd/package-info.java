/** Satellite receivers that gpsd has, through its socket. */
@NullMarked
package dev.firn.sensor.gpsd;

import org.jspecify.annotations.NullMarked;
