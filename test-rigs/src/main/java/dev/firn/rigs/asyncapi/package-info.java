/** The description of what a gateway says over MQTT, and whether what it says fits. */
@NullMarked
package dev.firn.rigs.asyncapi;

import org.jspecify.annotations.NullMarked;
