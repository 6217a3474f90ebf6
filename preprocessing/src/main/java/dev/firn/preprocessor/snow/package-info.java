/** Snow by night: how deep and how wet the snow is, where to push it, and how the groomer stands. */
@NullMarked
package dev.firn.preprocessor.snow;

import org.jspecify.annotations.NullMarked;
