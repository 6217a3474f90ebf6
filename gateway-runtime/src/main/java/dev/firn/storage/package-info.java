/** Files that survive power cuts: written whole or not at all, checked by their sums, numbered by their names. */
@NullMarked
package dev.firn.storage;

import org.jspecify.annotations.NullMarked;
