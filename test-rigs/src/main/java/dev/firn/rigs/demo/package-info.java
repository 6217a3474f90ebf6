/** The demonstration behind make demo: one recorded day from sensor to broker, watched and checked. */
@NullMarked
package dev.firn.rigs.demo;

import org.jspecify.annotations.NullMarked;
