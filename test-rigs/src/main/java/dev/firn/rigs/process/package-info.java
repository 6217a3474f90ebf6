/** What a rig leaves nothing behind of: child processes, scratch directories, loopback ports. */
@NullMarked
package dev.firn.rigs.process;

import org.jspecify.annotations.NullMarked;
