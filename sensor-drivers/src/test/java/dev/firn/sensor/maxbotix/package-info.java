/** Tests of the MaxBotix sensors. */
@NullMarked
package dev.firn.sensor.maxbotix;

import org.jspecify.annotations.NullMarked;
