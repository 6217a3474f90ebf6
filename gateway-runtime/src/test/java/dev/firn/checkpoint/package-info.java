@NullMarked
package dev.firn.checkpoint;

import org.jspecify.annotations.NullMarked;
