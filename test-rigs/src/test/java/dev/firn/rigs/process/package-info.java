@NullMarked
package dev.firn.rigs.process;

import org.jspecify.annotations.NullMarked;
