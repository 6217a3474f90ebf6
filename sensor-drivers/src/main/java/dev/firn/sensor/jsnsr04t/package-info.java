/** JSN-SR04T and HC-SR04: distance from the width of an echo pulse. */
@NullMarked
package dev.firn.sensor.jsnsr04t;

import org.jspecify.annotations.NullMarked;
