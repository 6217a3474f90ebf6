/** The recorded day that the demonstration is made from. */
@NullMarked
package dev.firn.rigs.demo.recorded;

import org.jspecify.annotations.NullMarked;
