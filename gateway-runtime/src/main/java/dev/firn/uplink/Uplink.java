package dev.firn.uplink;

import dev.firn.outbox.Outbox;
import dev.firn.outbox.OutboxException;
import dev.firn.outbox.OutboxRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outbox to the broker: connects, tells who is there, sends up to {@value #WINDOW} messages ahead of their
 * acknowledgements, and starts over at the oldest unacknowledged one when the link is lost.
 *
 * <p>One virtual thread of its own does all of it; acknowledgements arrive on the link's threads.
 */
public final class Uplink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    /** Messages on their way at a time. */
    static final int WINDOW = 32;

    private static final Duration LEAST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration MOST_BACKOFF = Duration.ofMinutes(2);

    /** How long the thread looks at one thing before it looks whether the session still stands. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** A broker that answers pings and acknowledges nothing for this long is left. */
    private static final Duration ACK_PATIENCE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Link link;
    private final NodePresence presence;
    private final UplinkListener listener;
    private final Backoff backoff = new Backoff(LEAST_BACKOFF, MOST_BACKOFF, RandomGenerator.getDefault());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Uplink(Outbox outbox, Link link, NodePresence presence, UplinkListener listener) {
        this.outbox = outbox;
        this.link = link;
        this.presence = presence;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("uplink").unstarted(this::run);
    }

    /** Begins to connect and send; returns at once. */
    public static Uplink start(Outbox outbox, Link link, NodePresence presence, UplinkListener listener) {
        Uplink uplink = new Uplink(outbox, link, presence, listener);
        uplink.thread.start();
        return uplink;
    }

    /** Leaves the broker with a proper good-bye; what is not acknowledged stays in the outbox. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing()) {
                String reason = connectAndSend();
                if (!isClosing()) {
                    listener.disconnected(link.describe(), reason);
                    Duration wait = backoff.afterFailure();
                    LOG.debug(
                            "uplink: {}: {}; next attempt in {} s", link.describe(), reason, wait.toMillis() / 1000.0);
                    closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One session from beginning to end; says why it ended. */
    private String connectAndSend() throws InterruptedException {
        try (LinkSession session = link.connect(presence.will())) {
            listener.connected(link.describe());
            outbox.rewind();
            String reason = send(session, new Flight(WINDOW, ACK_PATIENCE));
            if (isClosing()) {
                sayGoodBye(session);
            }
            return reason;
        } catch (LinkException | OutboxException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String send(LinkSession session, Flight flight) throws InterruptedException {
        session.publish(presence.online(), () -> {});
        session.publish(presence.about(), () -> {});
        while (!isClosing()) {
            if (!session.isAlive()) {
                return "connection lost";
            }
            if (flight.isOverdue(System.nanoTime())) {
                return "the broker acknowledges nothing";
            }
            if (flight.hasLanded()) {
                backoff.succeeded();
            }
            if (flight.awaitRoom(GLANCE)) {
                sendNext(session, flight);
            }
        }
        return "closing";
    }

    private void sendNext(LinkSession session, Flight flight) throws InterruptedException {
        Optional<OutboxRecord> next = outbox.next(GLANCE);
        if (next.isPresent()) {
            long seq = next.get().seq();
            flight.departed(System.nanoTime());
            session.publish(presence.message(outbox.epoch(), next.get()), () -> {
                outbox.acknowledge(seq);
                flight.landed(System.nanoTime());
            });
        }
    }

    private void sayGoodBye(LinkSession session) throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        session.publish(presence.offline(), taken::countDown);
        // A broker that does not answer publishes the will instead, which says the same.
        if (taken.await(2, TimeUnit.SECONDS)) {
            session.disconnect();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}
