/** How hard the board may work: temperature and throttling in, a power level with its reason out. Pure. */
@NullMarked
package dev.firn.power;

import org.jspecify.annotations.NullMarked;
