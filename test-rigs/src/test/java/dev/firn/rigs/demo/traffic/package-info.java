@NullMarked
package dev.firn.rigs.demo.traffic;

import org.jspecify.annotations.NullMarked;
