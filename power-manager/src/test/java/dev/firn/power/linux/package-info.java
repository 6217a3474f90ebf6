@NullMarked
package dev.firn.power.linux;

import org.jspecify.annotations.NullMarked;
