/** Tests of gpsd's messages. */
@NullMarked
package dev.firn.sensor.gpsd;

import org.jspecify.annotations.NullMarked;
