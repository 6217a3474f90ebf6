/** Maxim DS18B20 and its relatives on a 1-Wire bus, through the kernel's {@code w1_therm}. */
@NullMarked
package dev.firn.sensor.ds18b20;

import org.jspecify.annotations.NullMarked;
