package dev.firn.uplink;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What one session has sent and not seen acknowledged. The uplink's thread sends; messages land on the link's threads.
 */
final class Flight {

    private final int window;
    private final Semaphore room;
    private final long patienceNanos;
    private volatile long progressNanos;
    private volatile boolean landed;

    Flight(int window, Duration patience) {
        this.window = window;
        this.room = new Semaphore(window);
        this.patienceNanos = patience.toNanos();
    }

    /** Waits until one more message may be sent; false where that takes longer. */
    boolean awaitRoom(Duration glance) throws InterruptedException {
        boolean there = room.tryAcquire(glance.toNanos(), TimeUnit.NANOSECONDS);
        if (there) {
            room.release();
        }
        return there;
    }

    /** A message goes; only after {@link #awaitRoom} has said so. */
    void departed(long nowNanos) {
        if (isEmpty()) {
            progressNanos = nowNanos;
        }
        room.acquireUninterruptibly();
    }

    /** A message is acknowledged; called once for each. */
    void landed(long nowNanos) {
        progressNanos = nowNanos;
        landed = true;
        room.release();
    }

    /** Whether the broker has acknowledged anything in this session. */
    boolean hasLanded() {
        return landed;
    }

    /** Whether messages are out and none has landed for too long. */
    boolean isOverdue(long nowNanos) {
        return !isEmpty() && nowNanos - progressNanos > patienceNanos;
    }

    private boolean isEmpty() {
        return room.availablePermits() == window;
    }
}
