@NullMarked
package dev.firn.rigs.demo.recorded;

import org.jspecify.annotations.NullMarked;
