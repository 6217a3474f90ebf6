package dev.firn.rigs.endtoend;

import dev.firn.rigs.RigException;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Publishes as battery sensors do: at least once, each message acknowledged before the next. One thread. */
final class SensorPublisher implements AutoCloseable {

    private final MqttClient client;

    SensorPublisher(String url) {
        try {
            client = new MqttClient(url, MqttClient.generateClientId(), new MemoryPersistence());
            MqttConnectOptions options = new MqttConnectOptions();
            // The client frees a place a moment after it has reported the acknowledgement.
            options.setMaxInflight(1000);
            client.connect(options);
        } catch (MqttException e) {
            throw new RigException("no publisher at " + url + ": " + e, e);
        }
    }

    void publish(String topic, String payload) {
        publish(topic, payload, false);
    }

    void publishRetained(String topic, String payload) {
        publish(topic, payload, true);
    }

    private void publish(String topic, String payload, boolean retained) {
        try {
            client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, retained);
        } catch (MqttException e) {
            throw new RigException("not published to " + topic + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, 1000);
            client.close(true);
        } catch (MqttException e) {
            throw new RigException("publisher not closed: " + e, e);
        }
    }
}
