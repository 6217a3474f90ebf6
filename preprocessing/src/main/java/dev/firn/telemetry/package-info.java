/** What a reading is: its series, its quantity and unit, its quality flag, and the summary of many of them. */
@NullMarked
package dev.firn.telemetry;

import org.jspecify.annotations.NullMarked;
