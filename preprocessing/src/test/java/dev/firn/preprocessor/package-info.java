@NullMarked
package dev.firn.preprocessor;

import org.jspecify.annotations.NullMarked;
