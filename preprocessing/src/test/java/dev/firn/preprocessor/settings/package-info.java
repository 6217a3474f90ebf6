@NullMarked
package dev.firn.preprocessor.settings;

import org.jspecify.annotations.NullMarked;
