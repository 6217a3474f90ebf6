/** What can be written in the configuration's {@code sensors}: the drivers and the keys of each. */
@NullMarked
package dev.firn.sensor.catalog;

import org.jspecify.annotations.NullMarked;
