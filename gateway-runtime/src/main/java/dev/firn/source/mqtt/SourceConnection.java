package dev.firn.source.mqtt;

import dev.firn.mqtt.Paho;
import dev.firn.source.Deliveries;
import dev.firn.source.Delivery;
import dev.firn.source.Delivery.Value;
import dev.firn.source.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.zip.CRC32C;
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

/**
 * One connection to the broker of a source, by a Paho client of its own. Messages arrive on one of Paho's threads, which
 * waits while {@value #MOST_UNACKNOWLEDGED} are not safe yet: then nothing is read from the socket, and the broker waits.
 */
final class SourceConnection implements MqttCallback, Receipt, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceConnection.class);

    /** How many messages are taken before the first of them is acknowledged. */
    static final int MOST_UNACKNOWLEDGED = 1000;

    /** So many do not wait for the loop's next look. */
    private static final int MANY = 500;

    private static final int REFUSED = 0x80;

    private final SourceSettings settings;
    private final Deliveries deliveries;
    private final SourceListener listener;
    private final MessageReader reader;
    private final Unreadable unreadable;
    private final MqttAsyncClient client;
    private final Semaphore room = new Semaphore(MOST_UNACKNOWLEDGED);
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final CRC32C checksum = new CRC32C();

    SourceConnection(
            SourceSettings settings,
            MqttAsyncClient client,
            Deliveries deliveries,
            SourceListener listener,
            Unreadable unreadable) {
        this.settings = settings;
        this.client = client;
        this.deliveries = deliveries;
        this.listener = listener;
        this.reader = new MessageReader(settings);
        this.unreadable = unreadable;
        client.setManualAcks(true);
        client.setCallback(this);
    }

    /** Connects and subscribes; {@code listens} is run when the broker has taken that. */
    void open(MqttConnectOptions options, Runnable listens) throws MqttException {
        Paho.connect(client, options);
        // Not waited for: messages of the session may come first, and many of them.
        client.subscribe(settings.topic().filter(), Paho.AT_LEAST_ONCE, null, new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                if (token.getGrantedQos().length > 0 && token.getGrantedQos()[0] == REFUSED) {
                    end.complete("the broker does not let us subscribe to "
                            + settings.topic().filter());
                } else {
                    listens.run();
                }
            }

            @Override
            public void onFailure(IMqttToken token, Throwable cause) {
                end.complete("not subscribed: " + Paho.reason(cause));
            }
        });
    }

    /** Completed with the reason when the connection has come to its end. */
    CompletableFuture<String> end() {
        return end;
    }

    // ---- on Paho's thread ----

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
        room.acquire();
        if (end.isDone()) {
            return;
        }
        long now = System.nanoTime();
        List<Value> values = message.isRetained() ? List.of() : values(topic, message.getPayload(), now);
        int waiting = deliveries.put(new Delivery(
                this,
                message.getId(),
                checksum(topic, message.getPayload()),
                message.isDuplicate(),
                values.isEmpty() ? Delivery.UNDATED : reader.timeMillis(),
                now,
                values));
        if (waiting == MANY) {
            listener.manyWait();
        }
    }

    private List<Value> values(String topic, byte[] payload, long now) {
        try {
            List<Value> values = reader.read(topic, payload);
            reader.problem().ifPresent(reason -> unreadable.add(topic, reason, now));
            return values;
        } catch (UnreadableException e) {
            unreadable.add(topic, String.valueOf(e.getMessage()), now);
            return List.of();
        }
    }

    private int checksum(String topic, byte[] payload) {
        checksum.reset();
        checksum.update(topic.getBytes(StandardCharsets.UTF_8));
        checksum.update(payload);
        return (int) checksum.getValue();
    }

    @Override
    public void connectionLost(@Nullable Throwable cause) {
        end.complete("connection lost" + (cause == null ? "" : ": " + Paho.reason(cause)));
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // Nothing is published.
    }

    // ---- on the journal's thread ----

    @Override
    public String source() {
        return settings.id();
    }

    @Override
    public void safe(int messageId) {
        room.release();
        if (messageId == 0 || end.isDone()) {
            return; // sent at most once, or to be sent again to the next connection
        }
        try {
            client.messageArrivedComplete(messageId, Paho.AT_LEAST_ONCE);
        } catch (MqttException e) {
            LOG.debug("source {}: message {} not acknowledged", settings.id(), messageId, e);
        }
    }

    // ---- on the source's thread ----

    @Override
    public void close() {
        end.complete("closed");
        room.release(MOST_UNACKNOWLEDGED); // Paho waits for its thread
        Paho.drop(client, true);
    }
}
