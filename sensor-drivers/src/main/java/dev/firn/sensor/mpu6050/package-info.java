/** InvenSense MPU-6050: acceleration, angular rate and tilt of a groomer. */
@NullMarked
package dev.firn.sensor.mpu6050;

import org.jspecify.annotations.NullMarked;
