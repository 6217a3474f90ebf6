/** What every part of the demonstration reports: lines and checks. */
@NullMarked
package dev.firn.rigs.demo.part;

import org.jspecify.annotations.NullMarked;
