/** Melexis MLX90614: an infrared thermometer, for the snow's surface. */
@NullMarked
package dev.firn.sensor.mlx90614;

import org.jspecify.annotations.NullMarked;
