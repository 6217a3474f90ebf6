/** What acceleration tells of a machine's attitude: pitch, roll and slope, for every part that measures it. */
@NullMarked
package dev.firn.sensor.tilt;

import org.jspecify.annotations.NullMarked;
