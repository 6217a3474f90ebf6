@NullMarked
package dev.firn.rigs.demo.day;

import org.jspecify.annotations.NullMarked;
