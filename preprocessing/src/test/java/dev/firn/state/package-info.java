@NullMarked
package dev.firn.state;

import org.jspecify.annotations.NullMarked;
