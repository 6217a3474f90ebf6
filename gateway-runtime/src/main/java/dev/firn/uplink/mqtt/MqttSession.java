package dev.firn.uplink.mqtt;

import dev.firn.mqtt.Paho;
import dev.firn.uplink.LinkException;
import dev.firn.uplink.LinkMessage;
import dev.firn.uplink.LinkSession;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of one Paho client. Paho's threads call back; they are never held up. */
final class MqttSession implements LinkSession {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final MqttAsyncClient client;
    private final Consumer<LinkMessage> arrived;
    private volatile boolean alive = true;

    /**
     * A session that has not begun.
     *
     * @param arrived takes what the broker sends, on Paho's thread; must not wait
     */
    MqttSession(MqttAsyncClient client, Consumer<LinkMessage> arrived) {
        this.client = client;
        this.arrived = arrived;
        client.setCallback(new LossWatch());
    }

    void connect(MqttConnectOptions options) {
        try {
            Paho.connect(client, options);
        } catch (MqttException e) {
            close();
            throw failure("no connection", e);
        }
    }

    @Override
    public void publish(LinkMessage message, Runnable acknowledged) {
        try {
            client.publish(
                    message.topic(),
                    message.payload(),
                    Paho.AT_LEAST_ONCE,
                    message.retained(),
                    null,
                    new Answer(acknowledged));
        } catch (MqttException e) {
            alive = false;
            throw failure("not sent", e);
        }
    }

    @Override
    public void subscribe(String topics) {
        try {
            client.subscribe(topics, Paho.AT_LEAST_ONCE);
        } catch (MqttException e) {
            alive = false;
            throw failure("not subscribed", e);
        }
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public void disconnect() {
        try {
            client.disconnect(GRACE.toMillis()).waitForCompletion(2 * GRACE.toMillis());
        } catch (MqttException e) {
            LOG.debug("mqtt: good-bye not said", e);
        }
    }

    @Override
    public void close() {
        alive = false;
        // Without a DISCONNECT packet: a connection that ends here by failure leaves the will to the broker.
        Paho.drop(client, false);
    }

    static LinkException failure(String what, MqttException e) {
        return new LinkException(what + ": " + Paho.reason(e), e);
    }

    private final class LossWatch implements MqttCallback {
        @Override
        public void connectionLost(Throwable cause) {
            alive = false;
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            arrived.accept(new LinkMessage(topic, message.getPayload(), message.isRetained()));
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Each message has its own listener.
        }
    }

    /** Waits for one message's acknowledgement; Paho may report a message more than once when a connection ends. */
    private final class Answer implements IMqttActionListener {
        private @Nullable Runnable acknowledged;

        Answer(Runnable acknowledged) {
            this.acknowledged = acknowledged;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            Runnable once = acknowledged;
            acknowledged = null;
            if (once != null) {
                once.run();
            }
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            alive = false;
        }
    }
}
