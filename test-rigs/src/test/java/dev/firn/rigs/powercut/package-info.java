@NullMarked
package dev.firn.rigs.powercut;

import org.jspecify.annotations.NullMarked;
