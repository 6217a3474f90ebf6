@NullMarked
package dev.firn.preprocessor.link;

import org.jspecify.annotations.NullMarked;
