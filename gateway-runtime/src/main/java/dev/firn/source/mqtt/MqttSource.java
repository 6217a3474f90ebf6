package dev.firn.source.mqtt;

import dev.firn.mqtt.Paho;
import dev.firn.source.Deliveries;
import dev.firn.uplink.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that stays connected to its broker: it connects again when it is lost, after a second at first and a minute at
 * most. The broker keeps its session, with all that comes meanwhile and what was not acknowledged. One virtual thread.
 */
public final class MqttSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSource.class);
    private static final Duration LEAST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration MOST_BACKOFF = Duration.ofMinutes(1);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final int MOST_IN_FLIGHT = 100;

    private final SourceSettings settings;
    private final String clientId;
    private final Deliveries deliveries;
    private final SourceListener listener;
    private final Unreadable unreadable;
    private final Backoff backoff = new Backoff(LEAST_BACKOFF, MOST_BACKOFF, RandomGenerator.getDefault());
    private final CompletableFuture<String> closing = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    // With backoff guarded by this: the connection's and the source's thread.
    private boolean lost;
    private long lostNanos;

    private MqttSource(SourceSettings settings, String clientId, Deliveries deliveries, SourceListener listener) {
        this.settings = settings;
        this.clientId = clientId;
        this.deliveries = deliveries;
        this.listener = listener;
        this.unreadable = new Unreadable(settings.id(), listener);
        this.thread = Thread.ofVirtual().name("source-" + settings.id()).unstarted(this::run);
    }

    /**
     * Begins to connect; returns at once.
     *
     * @param clientId the same each time: it names the session at the broker
     */
    public static MqttSource start(
            SourceSettings settings, String clientId, Deliveries deliveries, SourceListener listener) {
        MqttSource source = new MqttSource(settings, clientId, deliveries, listener);
        source.thread.start();
        return source;
    }

    private void run() {
        try {
            while (!closing.isDone()) {
                String reason = connectAndListen();
                if (!closing.isDone()) {
                    closed.await(nowLost(reason).toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String connectAndListen() throws InterruptedException {
        try {
            MqttAsyncClient client = new MqttAsyncClient(settings.url(), clientId, new MemoryPersistence());
            try (SourceConnection connection =
                    new SourceConnection(settings, client, deliveries, listener, unreadable)) {
                connection.open(options(), this::listens);
                return String.valueOf(
                        CompletableFuture.anyOf(connection.end(), closing).get());
            }
        } catch (MqttException | IOException e) {
            return "no connection to " + settings.url() + ": " + Paho.reason(e);
        } catch (ExecutionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private MqttConnectOptions options() throws IOException {
        MqttConnectOptions options = Paho.options(false, KEEP_ALIVE, MOST_IN_FLIGHT);
        settings.credentials().tell(options);
        return options;
    }

    /** How long to wait before the next attempt. */
    private synchronized Duration nowLost(String reason) {
        if (!lost) {
            lost = true;
            lostNanos = System.nanoTime();
            listener.lost(settings.id(), reason);
        } else {
            LOG.debug("source {}: {}", settings.id(), reason);
        }
        return backoff.afterFailure();
    }

    private synchronized void listens() {
        backoff.succeeded();
        LOG.info("source {}: listens to {} at {}", settings.id(), settings.topic(), settings.url());
        if (lost) {
            lost = false;
            listener.back(settings.id(), Duration.ofNanos(System.nanoTime() - lostNanos));
        }
    }

    /** Leaves the broker, which keeps the session. */
    @Override
    public void close() {
        closing.complete("closing");
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
