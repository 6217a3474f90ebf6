/** Reads the sensors: a thread for each bus, each sensor at its own interval, the lost ones looked for again. */
@NullMarked
package dev.firn.polling;

import org.jspecify.annotations.NullMarked;
