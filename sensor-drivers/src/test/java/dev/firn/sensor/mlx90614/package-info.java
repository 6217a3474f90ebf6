/** Tests of the MLX90614. */
@NullMarked
package dev.firn.sensor.mlx90614;

import org.jspecify.annotations.NullMarked;
