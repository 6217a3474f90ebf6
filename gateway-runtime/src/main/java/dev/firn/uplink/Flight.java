package dev.firn.uplink;

import java.time.Duration;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What one session has sent and not seen acknowledged. The uplink's thread sends; messages land on the link's threads.
 */
final class Flight {

    private final int window;
    private final Semaphore room;
    private final long patienceNanos;
    private final ConcurrentSkipListSet<Long> inTheAir = new ConcurrentSkipListSet<>();
    private final Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
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

    /** Waits until nothing is on its way; false where that takes longer. */
    boolean awaitEmpty(Duration glance) throws InterruptedException {
        boolean empty = room.tryAcquire(window, glance.toNanos(), TimeUnit.NANOSECONDS);
        if (empty) {
            room.release(window);
        }
        return empty;
    }

    /** A message goes; only after {@link #awaitRoom} has said so. */
    void departed(long seq, long nowNanos) {
        if (isEmpty()) {
            progressNanos = nowNanos;
        }
        inTheAir.add(seq);
        room.acquireUninterruptibly();
    }

    /** A message is acknowledged; called once for each. */
    void landed(long seq, long nowNanos) {
        progressNanos = nowNanos;
        landed = true;
        inTheAir.remove(seq);
        arrivals.add(seq);
        room.release();
    }

    /** A message that has landed since the last question. */
    OptionalLong nextArrival() {
        Long seq = arrivals.poll();
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
    }

    /** The message with the lowest number that has not landed. */
    OptionalLong oldest() {
        Iterator<Long> seqs = inTheAir.iterator();
        return seqs.hasNext() ? OptionalLong.of(seqs.next()) : OptionalLong.empty();
    }

    /** Whether the broker has acknowledged anything in this session. */
    boolean hasLanded() {
        return landed;
    }

    /** Whether messages are out and none has landed for too long. */
    boolean isOverdue(long nowNanos) {
        return !isEmpty() && nowNanos - progressNanos > patienceNanos;
    }

    /** Whether nothing is on its way. */
    boolean isEmpty() {
        return room.availablePermits() == window;
    }
}
