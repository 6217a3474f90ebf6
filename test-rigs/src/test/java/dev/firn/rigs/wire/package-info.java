@NullMarked
package dev.firn.rigs.wire;

import org.jspecify.annotations.NullMarked;
