/** Links and brokers that fail on demand, and in every way that a test wants to see survived. */
@NullMarked
package dev.firn.rigs.faults;

import org.jspecify.annotations.NullMarked;
