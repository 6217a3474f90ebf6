@NullMarked
package dev.firn.rigs.faults;

import org.jspecify.annotations.NullMarked;
