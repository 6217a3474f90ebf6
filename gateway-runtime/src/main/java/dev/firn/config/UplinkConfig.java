package dev.firn.config;

import dev.firn.uplink.mqtt.MqttSettings;

/**
 * Where summaries go, and how fast.
 *
 * @param broker the broker
 * @param bytesPerSecond most bytes of messages a second; 0 for as fast as the link goes
 */
public record UplinkConfig(MqttSettings broker, long bytesPerSecond) {}
