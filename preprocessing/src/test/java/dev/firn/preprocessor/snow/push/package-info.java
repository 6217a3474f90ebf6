@NullMarked
package dev.firn.preprocessor.snow.push;

import org.jspecify.annotations.NullMarked;
