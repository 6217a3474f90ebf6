/** TI ADS1115: four analog inputs, for voltages, a wind vane of resistors and an analog probe of the snow's moisture. */
@NullMarked
package dev.firn.sensor.ads1115;

import org.jspecify.annotations.NullMarked;
