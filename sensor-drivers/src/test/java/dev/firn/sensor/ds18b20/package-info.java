/** Tests of the DS18B20. */
@NullMarked
package dev.firn.sensor.ds18b20;

import org.jspecify.annotations.NullMarked;
