@NullMarked
package dev.firn.rigs;

import org.jspecify.annotations.NullMarked;
