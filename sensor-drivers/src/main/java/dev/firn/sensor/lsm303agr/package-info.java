/** ST LSM303AGR: acceleration and tilt; its magnetometer is not read. */
@NullMarked
package dev.firn.sensor.lsm303agr;

import org.jspecify.annotations.NullMarked;
