@NullMarked
package dev.firn.sensor;

import org.jspecify.annotations.NullMarked;
