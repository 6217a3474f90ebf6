@NullMarked
package dev.firn.sensor.catalog;

import org.jspecify.annotations.NullMarked;
