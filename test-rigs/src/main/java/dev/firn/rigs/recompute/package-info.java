/** Summaries computed anew from the recorded files, sharing no code with the gateway. */
@NullMarked
package dev.firn.rigs.recompute;

import org.jspecify.annotations.NullMarked;
