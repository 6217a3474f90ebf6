@NullMarked
package dev.firn.rigs.recompute;

import org.jspecify.annotations.NullMarked;
