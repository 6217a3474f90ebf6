@NullMarked
package dev.firn.preprocessor.snow.grid;

import org.jspecify.annotations.NullMarked;
