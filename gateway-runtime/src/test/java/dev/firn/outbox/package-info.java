@NullMarked
package dev.firn.outbox;

import org.jspecify.annotations.NullMarked;
