package dev.firn.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * How to be let in by a broker.
 *
 * @param user name, where the broker wants one
 * @param passwordFile file whose first line is the password; read at each connection, so that it can be changed
 */
public record Credentials(Optional<String> user, Optional<Path> passwordFile) {

    /**
     * Tells them to a client.
     *
     * @throws IOException if the password cannot be read; the message names the file
     */
    public void tell(MqttConnectOptions options) throws IOException {
        user.ifPresent(options::setUserName);
        if (passwordFile.isPresent()) {
            options.setPassword(password(passwordFile.get()));
        }
    }

    private static char[] password(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return (lines.isEmpty() ? "" : lines.getFirst()).toCharArray();
        } catch (IOException e) {
            throw new IOException("password file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
