/** A day on the slope: people management fed with the gates' day and a lift. */
@NullMarked
package dev.firn.rigs.demo.day;

import org.jspecify.annotations.NullMarked;
