@NullMarked
package dev.firn.derived;

import org.jspecify.annotations.NullMarked;
