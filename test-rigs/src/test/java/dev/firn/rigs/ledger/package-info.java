@NullMarked
package dev.firn.rigs.ledger;

import org.jspecify.annotations.NullMarked;
