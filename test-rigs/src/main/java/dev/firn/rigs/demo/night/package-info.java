/** A night on the slope: snow management fed with the station's night and a groomer's track. */
@NullMarked
package dev.firn.rigs.demo.night;

import org.jspecify.annotations.NullMarked;
