@NullMarked
package dev.firn.preprocessor.snow;

import org.jspecify.annotations.NullMarked;
