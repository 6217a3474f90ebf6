/** MaxBotix HRXL-MaxSonar-WR (MB736x, MB738x): snow height from a mast. */
@NullMarked
package dev.firn.sensor.maxbotix;

import org.jspecify.annotations.NullMarked;
