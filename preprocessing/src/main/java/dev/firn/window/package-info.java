/** Tumbling windows in event time, and the statistics of the readings in one of them. */
@NullMarked
package dev.firn.window;

import org.jspecify.annotations.NullMarked;
