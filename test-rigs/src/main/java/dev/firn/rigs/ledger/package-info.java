/** Bookkeeping of what the gateway publishes: complete, without gaps, duplicates told apart. */
@NullMarked
package dev.firn.rigs.ledger;

import org.jspecify.annotations.NullMarked;
