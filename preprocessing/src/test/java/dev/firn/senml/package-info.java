@NullMarked
package dev.firn.senml;

import org.jspecify.annotations.NullMarked;
