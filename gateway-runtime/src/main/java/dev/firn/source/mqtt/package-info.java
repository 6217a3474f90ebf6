/** Sensors that publish to a broker on the node, as a source of readings. */
@NullMarked
package dev.firn.source.mqtt;

import org.jspecify.annotations.NullMarked;
