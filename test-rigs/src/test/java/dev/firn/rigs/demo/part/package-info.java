@NullMarked
package dev.firn.rigs.demo.part;

import org.jspecify.annotations.NullMarked;
