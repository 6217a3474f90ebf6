@NullMarked
package dev.firn.telemetry;

import org.jspecify.annotations.NullMarked;
