package dev.firn.uplink;

import dev.firn.outbox.Outbox;
import dev.firn.outbox.OutboxException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outbox to the broker: connects, by the next address when one fails, tells who is there, sends what waits, takes
 * commands, and starts over at the oldest unacknowledged message when the link is lost. At most one connection a second.
 *
 * <p>One virtual thread of its own does all of it; acknowledgements and commands arrive on the link's threads.
 */
public final class Uplink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    private static final Duration LEAST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration MOST_BACKOFF = Duration.ofMinutes(2);

    private final List<Link> links;
    private final NodePresence presence;
    private final UplinkListener listener;
    private final Sender sender;
    private final CommandDesk desk;
    private final Backoff backoff = new Backoff(LEAST_BACKOFF, MOST_BACKOFF, RandomGenerator.getDefault());
    private final CountDownLatch closing;
    private final Thread thread;

    // Owned by the uplink's thread.
    private int attempt;

    /**
     * An uplink that has not begun.
     *
     * @param links the ways to the broker, the one to be preferred first
     * @param redating mends the dates of what is sent; until it knows the time, only the node's presence is
     * @param commands what can be asked of the node
     */
    public Uplink(
            UplinkSettings settings,
            Outbox outbox,
            List<Link> links,
            NodePresence presence,
            Redating redating,
            Commands commands,
            UplinkListener listener) {
        this.links = List.copyOf(links);
        this.presence = presence;
        this.listener = listener;
        closing = new CountDownLatch(1);
        sender = new Sender(settings, outbox, presence, redating, listener, backoff, closing);
        desk = new CommandDesk(presence.topics(), commands);
        thread = Thread.ofVirtual().name("uplink").unstarted(this::run);
    }

    /** Begins to connect and send; returns at once. */
    public void start() {
        desk.start();
        thread.start();
    }

    /** Leaves the broker with a proper good-bye; what is not acknowledged stays in the outbox. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
            desk.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing()) {
                Link link = links.get(attempt % links.size());
                String reason = connectAndSend(link);
                if (!isClosing()) {
                    listener.disconnected(link.describe(), reason);
                    waitForNextAttempt(link, reason);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Other addresses are tried without waiting longer and longer, but not in the same second. */
    private void waitForNextAttempt(Link link, String reason) throws InterruptedException {
        attempt++;
        Duration wait = attempt % links.size() == 0 ? backoff.afterFailure() : LEAST_BACKOFF;
        LOG.debug("uplink: {}: {}; next attempt in {} s", link.describe(), reason, wait.toMillis() / 1000.0);
        closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One session from beginning to end; says why it ended. */
    private String connectAndSend(Link link) throws InterruptedException {
        try (LinkSession session = link.connect(presence.will(), desk::arrived)) {
            listener.connected(link.describe());
            attempt = 0;
            desk.use(session);
            session.subscribe(presence.topics().commands() + "+");
            String reason = sender.send(session);
            if (isClosing()) {
                sayGoodBye(session);
            }
            return reason;
        } catch (LinkException | OutboxException e) {
            return String.valueOf(e.getMessage());
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
