package dev.firn.uplink.mqtt;

import dev.firn.uplink.Link;
import dev.firn.uplink.LinkException;
import dev.firn.uplink.LinkMessage;
import dev.firn.uplink.LinkSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * A way to an MQTT broker, by one of its addresses. Every connection is a client of its own, with a clean session and nothing kept: order and
 * repetition are the outbox's business.
 */
public final class MqttLink implements Link {

    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    /** Above the uplink's window and the three retained messages, so that Paho itself never refuses one. */
    private static final int MOST_IN_FLIGHT = 128;

    private final MqttSettings settings;
    private final String url;

    private MqttLink(MqttSettings settings, String url) {
        this.settings = settings;
        this.url = url;
    }

    /** The ways to the broker, in the order in which they are to be tried. */
    public static List<Link> all(MqttSettings settings) {
        return settings.urls().stream()
                .<Link>map(url -> new MqttLink(settings, url))
                .toList();
    }

    @Override
    public LinkSession connect(LinkMessage will, Consumer<LinkMessage> arrived) {
        try {
            MqttAsyncClient client = new MqttAsyncClient(url, settings.clientId(), new MemoryPersistence());
            MqttSession session = new MqttSession(client, arrived);
            session.connect(options(will), CONNECT_TIMEOUT_SECONDS);
            return session;
        } catch (MqttException e) {
            throw MqttSession.failure("no connection", e);
        }
    }

    @Override
    public String describe() {
        return url;
    }

    private MqttConnectOptions options(LinkMessage will) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(CONNECT_TIMEOUT_SECONDS);
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        options.setMaxInflight(MOST_IN_FLIGHT);
        options.setHttpsHostnameVerificationEnabled(true);
        options.setWill(will.topic(), will.payload(), MqttSession.AT_LEAST_ONCE, will.retained());
        if (url.startsWith("ssl:")) {
            options.setSocketFactory(sockets());
        }
        settings.user().ifPresent(options::setUserName);
        settings.passwordFile().map(MqttLink::password).ifPresent(options::setPassword);
        return options;
    }

    private SSLSocketFactory sockets() {
        try {
            return TlsSockets.of(settings.tls());
        } catch (PemException e) {
            throw new LinkException("TLS: " + e.reason() + "; " + e.cure(), e);
        }
    }

    private static char[] password(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return (lines.isEmpty() ? "" : lines.getFirst()).toCharArray();
        } catch (IOException e) {
            throw new LinkException("password file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
