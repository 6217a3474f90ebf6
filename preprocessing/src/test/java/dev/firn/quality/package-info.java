@NullMarked
package dev.firn.quality;

import org.jspecify.annotations.NullMarked;
