/** Tests of what satellite receivers have in common. */
@NullMarked
package dev.firn.sensor.gnss;

import org.jspecify.annotations.NullMarked;
