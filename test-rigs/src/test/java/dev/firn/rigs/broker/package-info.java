@NullMarked
package dev.firn.rigs.broker;

import org.jspecify.annotations.NullMarked;
