/** A preprocessor of the distribution as a child process: what it is fed and what it answers. */
@NullMarked
package dev.firn.rigs.demo.talk;

import org.jspecify.annotations.NullMarked;
