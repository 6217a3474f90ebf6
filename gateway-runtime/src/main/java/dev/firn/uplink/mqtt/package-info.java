/** The link over MQTT 3.1.1, by Eclipse Paho. */
@NullMarked
package dev.firn.uplink.mqtt;

import org.jspecify.annotations.NullMarked;
