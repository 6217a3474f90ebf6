/** What brings readings in messages that can be asked for again until they are safe here. */
@NullMarked
package dev.firn.source;

import org.jspecify.annotations.NullMarked;
