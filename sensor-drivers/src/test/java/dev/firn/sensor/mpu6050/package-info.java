/** Tests of the MPU-6050. */
@NullMarked
package dev.firn.sensor.mpu6050;

import org.jspecify.annotations.NullMarked;
