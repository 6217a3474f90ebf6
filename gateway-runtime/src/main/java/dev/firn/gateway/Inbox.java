package dev.firn.gateway;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bounded queue in front of the loop. Thread-safe; one thread takes. */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int EVENTS = 1024;
    private static final long GLANCE_MILLIS = 100;

    private final BlockingQueue<LoopEvent> events = new ArrayBlockingQueue<>(EVENTS);
    private volatile boolean closed;

    /** Hands an event over; waits while the queue is full. After the loop's end it does nothing. */
    void tell(LoopEvent event) throws InterruptedException {
        boolean taken = closed;
        while (!taken) {
            taken = events.offer(event, GLANCE_MILLIS, TimeUnit.MILLISECONDS) || closed;
        }
    }

    /** Like {@link #tell}, for threads that nobody interrupts. */
    void tellSurely(LoopEvent event) {
        try {
            tell(event);
        } catch (InterruptedException e) {
            LOG.warn("interrupted, not told: {}", event);
            Thread.currentThread().interrupt();
        }
    }

    /** Hands a hint over without waiting; lost while the queue is full. */
    void hint(LoopEvent event) {
        if (!events.offer(event)) {
            LOG.debug("inbox full, hint dropped: {}", event);
        }
    }

    LoopEvent take() throws InterruptedException {
        return events.take();
    }

    /** The next event, or null when none comes within the time. */
    @Nullable
    LoopEvent take(long patienceMillis) throws InterruptedException {
        return events.poll(patienceMillis, TimeUnit.MILLISECONDS);
    }

    /** Nobody takes any more: whoever waits to tell something goes on. */
    void close() {
        closed = true;
    }
}
