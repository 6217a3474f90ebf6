@NullMarked
package dev.firn.rigs.demo.talk;

import org.jspecify.annotations.NullMarked;
