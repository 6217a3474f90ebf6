@NullMarked
package dev.firn.history;

import org.jspecify.annotations.NullMarked;
