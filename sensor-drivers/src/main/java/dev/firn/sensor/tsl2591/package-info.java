/** ams TSL2591: light from the night to a cloudy day, and its share of infrared. */
@NullMarked
package dev.firn.sensor.tsl2591;

import org.jspecify.annotations.NullMarked;
