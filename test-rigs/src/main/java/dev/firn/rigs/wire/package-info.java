/** MQTT 3.1.1 by the byte, for rigs that must say what no client library would. */
@NullMarked
package dev.firn.rigs.wire;

import org.jspecify.annotations.NullMarked;
