/** How many bytes leave a node that sums up, against one that sends every reading. */
@NullMarked
package dev.firn.rigs.demo.traffic;

import org.jspecify.annotations.NullMarked;
