@NullMarked
package dev.firn.rigs.demo.night;

import org.jspecify.annotations.NullMarked;
