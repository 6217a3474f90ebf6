package dev.firn.uplink;

import dev.firn.outbox.Outbox;
import dev.firn.outbox.OutboxRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox over one session after the other: up to {@value #WINDOW} messages ahead of their
 * acknowledgements, at most so many bytes a second. Used by the uplink's thread.
 */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** Messages on their way at a time. */
    static final int WINDOW = 32;

    /** How long the thread looks at one thing before it looks whether the session still stands. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    private static final Duration PRESENCE_EVERY = Duration.ofMinutes(10);

    private final UplinkSettings settings;
    private final Outbox outbox;
    private final NodePresence presence;
    private final Redating redating;
    private final UplinkListener listener;
    private final Backoff backoff;
    private final CountDownLatch closing;
    private final Pace pace;
    private final Refusals refusals = new Refusals();
    private final DeadLetters deadLetters;

    private @Nullable OutboxRecord suspect;
    private long presenceNanos;

    // After a connection that ended with messages on their way, as many go one by one: what was acknowledged is known
    // then,
    // and a message that ends the connection is the only one that can have.
    private int single;
    private boolean probing;
    private volatile boolean probePassed;

    Sender(
            UplinkSettings settings,
            Outbox outbox,
            NodePresence presence,
            Redating redating,
            UplinkListener listener,
            Backoff backoff,
            CountDownLatch closing) {
        this.settings = settings;
        this.outbox = outbox;
        this.presence = presence;
        this.redating = redating;
        this.listener = listener;
        this.backoff = backoff;
        this.closing = closing;
        pace = new Pace(settings.bytesPerSecond(), System.nanoTime());
        deadLetters = new DeadLetters(settings.deadLetters());
    }

    /** Sends until the session is lost or the uplink closes; says why it ended. */
    String send(LinkSession session) throws InterruptedException {
        Flight flight = new Flight(WINDOW, settings.patience());
        suspect = null;
        probing = false;
        probePassed = false;
        outbox.rewind();
        try {
            session.publish(presence.about(), () -> {});
            showPresence(session);
            return sendAll(session, flight);
        } finally {
            noteArrivals(flight);
            single = flight.isEmpty() ? 0 : WINDOW;
            if (closing.getCount() > 0) {
                refused(refusals.lost(flight.oldest()));
            }
        }
    }

    private String sendAll(LinkSession session, Flight flight) throws InterruptedException {
        while (closing.getCount() > 0) {
            long now = System.nanoTime();
            if (!session.isAlive()) {
                return "connection lost";
            }
            if (flight.isOverdue(now)) {
                return "the broker acknowledges nothing";
            }
            if (now - presenceNanos > PRESENCE_EVERY.toNanos()) {
                showPresence(session);
            }
            noteArrivals(flight);
            if (!isHeldBack(now) && (single > 0 ? flight.awaitEmpty(GLANCE) : flight.awaitRoom(GLANCE))) {
                sendNext(session, flight);
            }
        }
        return "closing";
    }

    private void showPresence(LinkSession session) {
        session.publish(presence.online(outbox.level()), () -> {});
        presenceNanos = System.nanoTime();
    }

    private void noteArrivals(Flight flight) {
        if (probePassed) {
            probePassed = false;
            refusals.otherPassed();
        }
        OptionalLong seq = flight.nextArrival();
        while (seq.isPresent()) {
            backoff.succeeded();
            single = Math.max(0, single - 1);
            refusals.landed(seq.getAsLong());
            seq = flight.nextArrival();
        }
    }

    /** Whether an unknown time, the pace, or a record that goes alone holds everything back; then some time has passed. */
    private boolean isHeldBack(long nowNanos) throws InterruptedException {
        Duration wait = refusals.isAlone() || !redating.isDecided() ? GLANCE : pace.untilMore(nowNanos);
        if (wait.isZero()) {
            return false;
        }
        closing.await(Math.min(wait.toNanos(), GLANCE.toNanos()), TimeUnit.NANOSECONDS);
        return true;
    }

    private void sendNext(LinkSession session, Flight flight) throws InterruptedException {
        OutboxRecord held = suspect;
        if (held != null && refusals.isTimeToTryAlone()) {
            if (flight.isEmpty()) {
                refusals.triesAlone();
                suspect = null;
                depart(held, session, flight);
            }
            return;
        }
        Optional<OutboxRecord> next = outbox.next(GLANCE);
        if (next.isPresent()) {
            switch (refusals.verdict(next.get().seq())) {
                case SEND -> depart(next.get(), session, flight);
                case HOLD -> suspect = next.get();
            }
        } else if (held != null && refusals.isInDoubt() && flight.isEmpty() && !probing) {
            probe(session);
        }
    }

    /** Nothing else waits: a message that is larger than most shows as well whether the link carries others. */
    private void probe(LinkSession session) {
        probing = true;
        session.publish(presence.about(), () -> probePassed = true);
    }

    private void depart(OutboxRecord waiting, LinkSession session, Flight flight) {
        long seq = waiting.seq();
        LinkMessage message = presence.message(outbox.epoch(), waiting, redating);
        flight.departed(seq, System.nanoTime());
        pace.went(message.topic().length() + message.payload().length, System.nanoTime());
        session.publish(message, () -> {
            outbox.acknowledge(seq);
            flight.landed(seq, System.nanoTime());
        });
    }

    /** A message that the broker refuses is kept where somebody can look at it, and does not hold up the others. */
    private void refused(OptionalLong refused) {
        if (refused.isEmpty()) {
            return;
        }
        long seq = refused.getAsLong();
        Optional<OutboxRecord> found = outbox.find(seq);
        if (found.isEmpty()) {
            return; // acknowledged after all, or dropped
        }
        LinkMessage message = presence.message(outbox.epoch(), found.get(), redating);
        try {
            deadLetters.add(message, "the broker ends the connection at this message, and at no other");
            outbox.acknowledge(seq);
            listener.refused(seq, message.topic());
        } catch (IOException e) {
            LOG.error("uplink: {} cannot be written: {}", deadLetters.file(), e.toString());
        }
    }
}
