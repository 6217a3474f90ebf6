@NullMarked
package dev.firn.preprocessor.people;

import org.jspecify.annotations.NullMarked;
