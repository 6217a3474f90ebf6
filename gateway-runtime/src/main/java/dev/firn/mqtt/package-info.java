/** What every connection to an MQTT broker has in common, by Eclipse Paho. */
@NullMarked
package dev.firn.mqtt;

import org.jspecify.annotations.NullMarked;
