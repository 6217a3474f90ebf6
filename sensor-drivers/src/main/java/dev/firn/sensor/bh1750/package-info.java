/** ROHM BH1750FVI: light from a room to the sun on snow. */
@NullMarked
package dev.firn.sensor.bh1750;

import org.jspecify.annotations.NullMarked;
