/** Tests of the TF-Luna. */
@NullMarked
package dev.firn.sensor.tfluna;

import org.jspecify.annotations.NullMarked;
