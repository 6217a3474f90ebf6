/** Reads {@code gateway.yaml} into records, and reports everything that is wrong with it at once. */
@NullMarked
package dev.firn.config;

import org.jspecify.annotations.NullMarked;
