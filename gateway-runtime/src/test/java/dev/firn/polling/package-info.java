/** Tests of the polling of sensors, with parts that a test plays. */
@NullMarked
package dev.firn.polling;

import org.jspecify.annotations.NullMarked;
