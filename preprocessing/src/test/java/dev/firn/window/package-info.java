@NullMarked
package dev.firn.window;

import org.jspecify.annotations.NullMarked;
