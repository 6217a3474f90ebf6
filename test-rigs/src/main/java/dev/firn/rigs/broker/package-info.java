/** MQTT brokers to run the gateway against: real Mosquitto, and one inside this JVM. */
@NullMarked
package dev.firn.rigs.broker;

import org.jspecify.annotations.NullMarked;
