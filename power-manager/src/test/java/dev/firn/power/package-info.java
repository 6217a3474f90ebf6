@NullMarked
package dev.firn.power;

import org.jspecify.annotations.NullMarked;
