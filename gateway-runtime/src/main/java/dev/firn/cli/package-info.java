/** The command {@code firn}: what a user types, and which exit code answers. */
@NullMarked
package dev.firn.cli;

import org.jspecify.annotations.NullMarked;
