/** Tests of the JSN-SR04T. */
@NullMarked
package dev.firn.sensor.jsnsr04t;

import org.jspecify.annotations.NullMarked;
