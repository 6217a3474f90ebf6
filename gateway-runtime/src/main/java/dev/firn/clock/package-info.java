/**
 * The gateway's time of day: monotonic time and an offset of its own, which follows the system's clock as far as that can be
 * believed.
 */
@NullMarked
package dev.firn.clock;

import org.jspecify.annotations.NullMarked;
