/** Tests of the BME280 and BMP280. */
@NullMarked
package dev.firn.sensor.bme280;

import org.jspecify.annotations.NullMarked;
