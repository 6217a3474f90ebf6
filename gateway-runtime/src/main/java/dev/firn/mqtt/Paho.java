package dev.firn.mqtt;

import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paho as we use it: MQTT 3.1.1, connecting again is ours, a client is used for one connection. */
public final class Paho {

    /** Quality of service 1. */
    public static final int AT_LEAST_ONCE = 1;

    /** How long the broker may take to let us in. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Paho.class);

    private Paho() {}

    /**
     * Options of a connection.
     *
     * @param keepAlive whole seconds
     * @param mostInFlight messages on their way from us at a time, beyond which Paho refuses one
     */
    public static MqttConnectOptions options(boolean cleanSession, Duration keepAlive, int mostInFlight) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(cleanSession);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) CONNECT_TIMEOUT.toSeconds());
        options.setKeepAliveInterval((int) keepAlive.toSeconds());
        options.setMaxInflight(mostInFlight);
        return options;
    }

    /** Connects, and waits until the broker has answered. */
    public static void connect(MqttAsyncClient client, MqttConnectOptions options) throws MqttException {
        client.connect(options).waitForCompletion(CONNECT_TIMEOUT.plusSeconds(1).toMillis());
    }

    /** Why something failed, in words; Paho hides the reason in the cause. */
    public static String reason(@Nullable Throwable failure) {
        if (failure == null) {
            return "for no reason that is known";
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    /**
     * Drops the connection, if there is one, and the client.
     *
     * @param goodBye whether the broker is told; otherwise it publishes the will
     */
    public static void drop(MqttAsyncClient client, boolean goodBye) {
        try {
            client.disconnectForcibly(0, goodBye ? 1000 : 1, goodBye);
        } catch (MqttException e) {
            LOG.debug("mqtt: was not connected", e);
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("mqtt: client not closed", e);
        }
    }
}
