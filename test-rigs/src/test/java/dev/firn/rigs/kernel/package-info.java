/** Boots the guest, drives its devices, runs programs and tests in it. */
@NullMarked
package dev.firn.rigs.kernel;

import org.jspecify.annotations.NullMarked;
