/** Tests of the LSM303AGR. */
@NullMarked
package dev.firn.sensor.lsm303agr;

import org.jspecify.annotations.NullMarked;
