/** Tests of the BH1750. */
@NullMarked
package dev.firn.sensor.bh1750;

import org.jspecify.annotations.NullMarked;
