@NullMarked
package dev.firn.clock;

import org.jspecify.annotations.NullMarked;
