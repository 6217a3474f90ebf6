/** The recorded measurements that the project brings along. */
@NullMarked
package dev.firn.rigs.recordings;

import org.jspecify.annotations.NullMarked;
