/** Bosch BME280 and BMP280: temperature and pressure of the air, and with the first its humidity. */
@NullMarked
package dev.firn.sensor.bme280;

import org.jspecify.annotations.NullMarked;
