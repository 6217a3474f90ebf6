package dev.firn.uplink.mqtt;

import dev.firn.mqtt.Credentials;
import java.time.Duration;
import java.util.List;

/**
 * A broker, or several ways to it, and how to reach it.
 *
 * @param urls each {@code tcp://host:port} or {@code ssl://host:port}; at least one, tried in order
 * @param clientId who we are; a second client of the same name throws out the first
 * @param credentials how to be let in
 * @param tls what connections over {@code ssl} trust and show
 * @param keepAlive after this long without traffic each side makes sure of the other; whole seconds
 */
public record MqttSettings(
        List<String> urls, String clientId, Credentials credentials, TlsFiles tls, Duration keepAlive) {

    /** Copies the list. */
    public MqttSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no broker's address");
        }
    }
}
