/** Everything that runs the gateway from outside. No other module knows it. */
@NullMarked
package dev.firn.rigs;

import org.jspecify.annotations.NullMarked;
