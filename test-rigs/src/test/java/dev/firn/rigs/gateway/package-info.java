@NullMarked
package dev.firn.rigs.gateway;

import org.jspecify.annotations.NullMarked;
