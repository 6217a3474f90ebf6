package dev.firn.uplink.mqtt;

import dev.firn.mqtt.Paho;
import dev.firn.uplink.Link;
import dev.firn.uplink.LinkException;
import dev.firn.uplink.LinkMessage;
import dev.firn.uplink.LinkSession;
import java.io.IOException;
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
            session.connect(options(will));
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
        MqttConnectOptions options = Paho.options(true, settings.keepAlive(), MOST_IN_FLIGHT);
        options.setHttpsHostnameVerificationEnabled(true);
        options.setWill(will.topic(), will.payload(), Paho.AT_LEAST_ONCE, will.retained());
        if (url.startsWith("ssl:")) {
            options.setSocketFactory(sockets());
        }
        try {
            settings.credentials().tell(options);
        } catch (IOException e) {
            throw new LinkException(String.valueOf(e.getMessage()), e);
        }
        return options;
    }

    private SSLSocketFactory sockets() {
        try {
            return TlsSockets.of(settings.tls());
        } catch (PemException e) {
            throw new LinkException("TLS: " + e.reason() + "; " + e.cure(), e);
        }
    }
}
