package dev.firn.rigs.broker;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Publishes as a gateway does, each message acknowledged before the next. */
final class Publisher implements AutoCloseable {

    static final String EPOCH = "91f6f2ff-8a39-4566-b2f6-0ab373c69692";

    private final MqttClient client;

    Publisher(String url) throws MqttException {
        client = new MqttClient(url, MqttClient.generateClientId(), new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        // The client frees a place a moment after it has reported the acknowledgement.
        options.setMaxInflight(1000);
        client.connect(options);
    }

    void publishEvents(long fromSeq, long toSeq) throws MqttException {
        for (long seq = fromSeq; seq <= toSeq; seq++) {
            publish("firn/s/n/event", event(seq), false);
        }
    }

    IMqttDeliveryToken publishWithoutWaiting(long seq) throws MqttException {
        MqttMessage message = new MqttMessage(event(seq).getBytes(StandardCharsets.UTF_8));
        message.setQos(1);
        return client.getTopic("firn/s/n/event").publish(message);
    }

    void publishRetained(String topic, String payload) throws MqttException {
        publish(topic, payload, true);
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 1000);
        client.close(true);
    }

    private void publish(String topic, String payload, boolean retained) throws MqttException {
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, retained);
    }

    private static String event(long seq) {
        return """
                {"epoch":"%s","seq":%d,"time":5,"kind":"started","severity":"info","text":"so","detail":{}}""".formatted(EPOCH, seq);
    }
}
