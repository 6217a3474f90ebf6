/** What satellite receivers tell of where they are, however it comes. */
@NullMarked
package dev.firn.sensor.gnss;

import org.jspecify.annotations.NullMarked;
