/** Where snow is to be pushed: from where it is too deep to where it is too thin, with the least work. */
@NullMarked
package dev.firn.preprocessor.snow.push;

import org.jspecify.annotations.NullMarked;
