/** What the gateway costs: benchmarks whose results are kept as JSON. */
@NullMarked
package dev.firn.rigs.bench;

import org.jspecify.annotations.NullMarked;
