package dev.firn.rigs.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * What the gateway is measured against: a Paho program that sums readings up in memory and publishes count, mean, least and
 * greatest at the end of each window. It keeps nothing, judges nothing and survives nothing.
 */
public final class PlainWindows {

    private static final long WAIT_MILLIS = 10_000;
    private static final int AT_LEAST_ONCE = 1;
    private static final int MOST_IN_FLIGHT = 1000;

    private final JsonFactory json = new JsonFactory();
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final MqttAsyncClient source;
    private final MqttAsyncClient sink;

    private PlainWindows(String sourceUrl, String sinkUrl) throws MqttException {
        source = new MqttAsyncClient(sourceUrl, "plain", new MemoryPersistence());
        sink = new MqttAsyncClient(sinkUrl, "plain", new MemoryPersistence());
    }

    /**
     * Runs until it is killed.
     *
     * @param arguments addresses of the sensors' broker and of the other, and the windows' length in seconds
     */
    public static void main(String[] arguments) throws MqttException {
        PlainWindows program = new PlainWindows(arguments[0], arguments[1]);
        program.run(Long.parseLong(arguments[2]));
    }

    private void run(long windowSeconds) throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMaxInflight(MOST_IN_FLIGHT);
        sink.connect(options).waitForCompletion(WAIT_MILLIS);
        source.connect(options).waitForCompletion(WAIT_MILLIS);
        source.subscribe("sensors/#", AT_LEAST_ONCE, (topic, message) -> enter(topic, message.getPayload()))
                .waitForCompletion(WAIT_MILLIS);
        System.out.println("listens");
        new Timer("windows")
                .scheduleAtFixedRate(
                        new TimerTask() {
                            @Override
                            public void run() {
                                closeWindows();
                            }
                        },
                        windowSeconds * 1000,
                        windowSeconds * 1000);
    }

    private void enter(String topic, byte[] payload) throws IOException {
        try (JsonParser parser = json.createParser(payload)) {
            while (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                // On to the value.
            }
            double value = parser.getDoubleValue();
            windows.merge(topic, new Window(1, value, value, value), Window::plus);
        }
    }

    private void closeWindows() {
        for (String topic : List.copyOf(windows.keySet())) {
            Window window = windows.remove(topic);
            if (window != null) {
                publish(topic, window);
            }
        }
    }

    private void publish(String topic, Window window) {
        String text = "{\"count\":" + window.count + ",\"mean\":" + window.sum / window.count + ",\"min\":" + window.min
                + ",\"max\":" + window.max + "}";
        try {
            sink.publish("plain/" + topic, text.getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, false);
        } catch (MqttException e) {
            System.err.println("lost: " + topic + ": " + e);
        }
    }

    private record Window(long count, double sum, double min, double max) {

        Window plus(Window other) {
            return new Window(count + other.count, sum + other.sum, Math.min(min, other.min), Math.max(max, other.max));
        }
    }
}
