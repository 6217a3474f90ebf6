package dev.firn.rigs.bench;

import dev.firn.rigs.RigException;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Paho with nothing around it: what the client library and the broker alone can do. */
final class BarePublisher implements IMqttActionListener {

    private static final String TOPIC = "firn/bench/bench/event";
    private static final int MOST_IN_FLIGHT = 128;
    private static final long WAIT_MILLIS = 10_000;

    private final int window;
    private final Semaphore room;

    private BarePublisher(int window) {
        this.window = window;
        room = new Semaphore(window);
    }

    /**
     * Publishes with quality of service 1 and waits until all is acknowledged.
     *
     * @param window messages on their way at a time
     * @param payload of each number from 1 on
     * @return messages a second
     */
    static double publish(String brokerUrl, int window, int messages, LongFunction<byte[]> payload)
            throws InterruptedException {
        try (MqttAsyncClient client = new MqttAsyncClient(brokerUrl, "bare", new MemoryPersistence())) {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setMaxInflight(MOST_IN_FLIGHT);
            client.connect(options).waitForCompletion(WAIT_MILLIS);
            double rate = new BarePublisher(window).publish(client, messages, payload);
            client.disconnect().waitForCompletion(WAIT_MILLIS);
            return rate;
        } catch (MqttException e) {
            throw new RigException("cannot publish at " + brokerUrl + ": " + e, e);
        }
    }

    private double publish(MqttAsyncClient client, int messages, LongFunction<byte[]> payload)
            throws MqttException, InterruptedException {
        long startNanos = System.nanoTime();
        for (long number = 1; number <= messages; number++) {
            room.acquire();
            client.publish(TOPIC, payload.apply(number), 1, false, null, this);
        }
        room.acquire(window);
        return messages / ((System.nanoTime() - startNanos) / 1e9);
    }

    @Override
    public void onSuccess(IMqttToken token) {
        room.release();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
        throw new RigException("not acknowledged: " + cause, cause);
    }
}
