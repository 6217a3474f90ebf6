package dev.firn.uplink.mqtt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A broker, or several ways to it, and how to be let in.
 *
 * @param urls each {@code tcp://host:port} or {@code ssl://host:port}; at least one, tried in order
 * @param clientId who we are; a second client of the same name throws out the first
 * @param user name, where the broker wants one
 * @param passwordFile file whose first line is the password; read at each connection, so that it can be changed
 * @param tls what connections over {@code ssl} trust and show
 * @param keepAlive after this long without traffic each side makes sure of the other; whole seconds
 */
public record MqttSettings(
        List<String> urls,
        String clientId,
        Optional<String> user,
        Optional<Path> passwordFile,
        TlsFiles tls,
        Duration keepAlive) {

    /** Copies the list. */
    public MqttSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("no broker's address");
        }
    }
}
