/** The gateway ended without warning, again and again, and what is left of its promise: {@code make powercut}. */
@NullMarked
package dev.firn.rigs.powercut;

import org.jspecify.annotations.NullMarked;
