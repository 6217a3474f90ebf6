package dev.firn.uplink.mqtt;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A broker and how to be let in.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId who we are; a second client of the same name throws out the first
 * @param user name, where the broker wants one
 * @param passwordFile file whose first line is the password; read at each connection, so that it can be changed
 */
public record MqttSettings(String url, String clientId, Optional<String> user, Optional<Path> passwordFile) {}
