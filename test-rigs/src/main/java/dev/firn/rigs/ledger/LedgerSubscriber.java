package dev.firn.rigs.ledger;

import dev.firn.rigs.RigException;
import dev.firn.rigs.asyncapi.AsyncApi;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/**
 * Enters in a {@link Ledger} everything that gateways publish at one broker, with quality of service 1 in a session
 * that the broker keeps: what is published while the broker restarts, or while this subscriber is away, arrives later.
 * Every message is checked against {@link AsyncApi}.
 * Any thread.
 */
public final class LedgerSubscriber implements AutoCloseable {

    private static final String[] TOPICS = {"firn/#", "rigs/marker/#"};
    private static final int[] AT_LEAST_ONCE = {1, 1};
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
    private static final int MOST_ATTEMPTS = 10;

    private final String brokerUrl;
    private final String clientId;
    private final Consumer<Published> listener;
    private final MqttConnectOptions options = new MqttConnectOptions();

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Guarded by {@link #lock}. */
    private final Ledger ledger = Ledger.of(AsyncApi.documented());
    /** Payload of the latest marker that came back. Guarded by {@link #lock}. */
    private String marker = "";

    private volatile Optional<MqttAsyncClient> connection = Optional.empty();
    private volatile boolean closed;

    private LedgerSubscriber(String brokerUrl, String clientId, Consumer<Published> listener) {
        this.brokerUrl = brokerUrl;
        this.clientId = clientId;
        this.listener = listener;
        options.setCleanSession(false);
    }

    /**
     * Connects and subscribes.
     *
     * @param clientId names the session; a later subscriber of the same name gets what was published meanwhile
     * @throws RigException if the broker does not answer
     */
    public static LedgerSubscriber connect(String brokerUrl, String clientId) {
        return connect(brokerUrl, clientId, published -> {});
    }

    /**
     * Connects and subscribes.
     *
     * @param listener gets every summary and event after it is entered, on the client's thread; must not block
     * @throws RigException if the broker does not answer
     */
    public static LedgerSubscriber connect(String brokerUrl, String clientId, Consumer<Published> listener) {
        return new LedgerSubscriber(brokerUrl, clientId, listener).connected();
    }

    /**
     * Connects as a user, and subscribes.
     *
     * @throws RigException if the broker does not answer or refuses
     */
    public static LedgerSubscriber connectAs(String user, String password, String brokerUrl, String clientId) {
        LedgerSubscriber subscriber = new LedgerSubscriber(brokerUrl, clientId, published -> {});
        subscriber.options.setUserName(user);
        subscriber.options.setPassword(password.toCharArray());
        return subscriber.connected();
    }

    /** What is entered so far, as a ledger of its own that nothing is entered in any more. */
    public Ledger ledger() {
        lock.lock();
        try {
            return ledger.copy();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the ledger is as wanted; it is asked after every arrival.
     *
     * @param what what is waited for, for the message
     * @throws RigException if it is not so within the bound
     */
    public void await(String what, Predicate<Ledger> wanted, Duration bound) {
        if (!comesTrue(() -> wanted.test(ledger), bound)) {
            throw new RigException("waited " + bound.toSeconds() + " s in vain for " + what + "; " + ledger().arrivals()
                    + " messages have come");
        }
    }

    /**
     * Waits until everything that the broker has taken so far has arrived: sends a marker after it.
     *
     * @throws RigException if the marker does not come back within the bound
     */
    public void drain(Duration bound) {
        String sent = UUID.randomUUID().toString();
        long deadlineNanos = System.nanoTime() + bound.toNanos();
        while (!publishMarker(sent)) {
            if (System.nanoTime() > deadlineNanos) {
                throw new RigException("the broker at " + brokerUrl + " is away");
            }
            comesTrue(() -> false, BETWEEN_ATTEMPTS);
        }
        if (!comesTrue(() -> marker.equals(sent), bound)) {
            throw new RigException("the broker did not return a marker within " + bound.toSeconds() + " s");
        }
    }

    /** Breaks off the connection; the broker keeps the session. */
    @Override
    public void close() {
        closed = true;
        connection.ifPresent(LedgerSubscriber::leave);
        connection = Optional.empty();
    }

    /**
     * Opens the first connection. One that the broker breaks off at once is tried again: Moquette does so while it still
     * closes the session's connection before.
     */
    private LedgerSubscriber connected() {
        int attempt = 1;
        while (true) {
            try {
                open();
                return this;
            } catch (MqttException e) {
                if (e.getReasonCode() != MqttException.REASON_CODE_CONNECTION_LOST || attempt == MOST_ATTEMPTS) {
                    throw new RigException("cannot subscribe at " + brokerUrl + asUser() + ": " + e, e);
                }
                attempt++;
                comesTrue(() -> false, BETWEEN_ATTEMPTS);
            }
        }
    }

    /**
     * Opens a connection with a client of its own. Paho's own reconnection is not used: a client that lost its
     * connection with acknowledgements still to be sent can wait for ever with them queued before its CONNECT.
     */
    private void open() throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(brokerUrl, clientId, new MemoryPersistence());
        Arrivals arrivals = new Arrivals();
        try {
            client.setCallback(arrivals);
            client.connect(options).waitForCompletion(ANSWERING.toMillis());
            client.subscribe(TOPICS, AT_LEAST_ONCE).waitForCompletion(ANSWERING.toMillis());
            arrivals.subscribed = true;
            if (!client.isConnected()) {
                throw new MqttException(MqttException.REASON_CODE_CONNECTION_LOST);
            }
            connection = Optional.of(client);
        } catch (MqttException e) {
            leave(client);
            throw e;
        }
    }

    private void openAgain() {
        connection.ifPresent(LedgerSubscriber::leave);
        connection = Optional.empty();
        while (!closed && !isOpenedAgain()) {
            comesTrue(() -> closed, BETWEEN_ATTEMPTS);
        }
        if (closed) {
            close();
        }
    }

    private boolean isOpenedAgain() {
        try {
            open();
            return true;
        } catch (MqttException stillAway) {
            return false;
        }
    }

    private static void leave(MqttAsyncClient client) {
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(ANSWERING.toMillis());
            } else {
                client.disconnectForcibly(0, 0, false);
            }
            client.close(true);
        } catch (MqttException e) {
            throw new RigException("cannot close the connection of " + client.getClientId() + ": " + e, e);
        }
    }

    private String asUser() {
        return options.getUserName() == null ? "" : " as " + options.getUserName();
    }

    private boolean publishMarker(String payload) {
        Optional<MqttAsyncClient> client = connection;
        if (client.isEmpty()) {
            return false;
        }
        try {
            client.get().publish("rigs/marker/" + clientId, payload.getBytes(StandardCharsets.UTF_8), 1, false);
            return true;
        } catch (MqttException away) {
            return false;
        }
    }

    private boolean comesTrue(BooleanSupplier condition, Duration bound) {
        long remainingNanos = bound.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (remainingNanos <= 0) {
                    return false;
                }
                remainingNanos = changed.awaitNanos(remainingNanos);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted while waiting for messages", e);
        } finally {
            lock.unlock();
        }
    }

    private void enter(String topic, MqttMessage message) {
        lock.lock();
        try {
            String payload = Utf8.decode(message.getPayload());
            if (topic.startsWith("rigs/marker/")) {
                marker = payload;
            } else {
                ledger.add(new Message(topic, payload, message.isRetained())).ifPresent(listener);
            }
        } catch (CharacterCodingException e) {
            enterUndecodable(topic, e);
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    private void enterUndecodable(String topic, CharacterCodingException e) {
        if (Topic.of(topic).filter(Topic::isCommand).isEmpty()) {
            ledger.addUnreadable("message on " + topic + " is not UTF-8: " + e.getMessage());
        }
    }

    /** Called by the client's thread, which must not wait. */
    private final class Arrivals implements MqttCallback {

        /** Before that, whoever opens the connection sees it fail. */
        private volatile boolean subscribed;

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            enter(topic, message);
        }

        @Override
        public void connectionLost(@Nullable Throwable cause) {
            if (subscribed) {
                Thread.ofVirtual().name(clientId + "-connects-again").start(LedgerSubscriber.this::openAgain);
            }
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Nothing waits for a marker's acknowledgement, only for the marker.
        }
    }
}
