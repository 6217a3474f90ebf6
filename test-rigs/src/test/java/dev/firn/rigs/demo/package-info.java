@NullMarked
package dev.firn.rigs.demo;

import org.jspecify.annotations.NullMarked;
