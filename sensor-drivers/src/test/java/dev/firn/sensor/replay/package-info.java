@NullMarked
package dev.firn.sensor.replay;

import org.jspecify.annotations.NullMarked;
