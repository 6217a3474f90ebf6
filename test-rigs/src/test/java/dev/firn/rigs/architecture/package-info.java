/** The walls of the house (docs/architecture.md), and proof that each of them holds. */
@NullMarked
package dev.firn.rigs.architecture;

import org.jspecify.annotations.NullMarked;
