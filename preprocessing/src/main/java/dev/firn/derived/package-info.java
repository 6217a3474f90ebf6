/**
 * What follows from what was measured: dew point, wet bulb, snow depth, wind, tilt and more. The formulas are small pure
 * types, each with its source; {@link dev.firn.derived.Derivations} makes series of their own from them.
 */
@NullMarked
package dev.firn.derived;

import org.jspecify.annotations.NullMarked;
