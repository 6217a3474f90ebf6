package dev.firn.outbox;

import dev.firn.outbox.ReadingOrder.Turn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the outbox's threads share: which records wait for the card, how far the card, the reader and the
 * acknowledgements have come. Thread-safe; its lock is never held during input or output.
 *
 * <pre>
 *  acks.watermark  &lt;  order  &lt;=  syncedSeq + 1  &lt;=  nextSeq
 *  done with          to be read    safe on the card    to be given
 * </pre>
 */
final class OutboxState {

    /** The writer does not wait for the next sync when this much has come; it also bounds one batch. */
    static final int SYNC_AT_BYTES = 128 << 10;

    /** Most bytes that wait in memory; reached only when the card does not take them. */
    static final int MOST_WAITING_BYTES = 8 << 20;

    /** Room beyond that for what must not be lost: a loss could not be announced otherwise. */
    static final int KEPT_RESERVE_BYTES = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // All guarded by lock.
    private final ArrayDeque<OutboxRecord> waiting = new ArrayDeque<>();
    private final AckTracker acks;
    private final ReadingOrder order;
    private final FillRate rate = new FillRate(System.nanoTime());
    private int waitingBytes;
    private long nextSeq;
    private long syncedSeq;
    private long logBytes;
    private boolean syncSoon;
    private boolean closing;

    OutboxState(long watermark, long nextSeq, long logBytes) {
        this.acks = new AckTracker(watermark);
        this.nextSeq = nextSeq;
        this.syncedSeq = nextSeq - 1;
        this.logBytes = logBytes;
        this.order = new ReadingOrder(acks);
        order.restart(syncedSeq);
    }

    // ---- for whoever appends ----

    OptionalLong append(byte[] payload, boolean kept, Origin origin) {
        lock.lock();
        try {
            int most = kept ? MOST_WAITING_BYTES + KEPT_RESERVE_BYTES : MOST_WAITING_BYTES;
            if (closing || waitingBytes + payload.length > most) {
                return OptionalLong.empty();
            }
            OutboxRecord appended = new OutboxRecord(nextSeq++, origin, payload, kept);
            waiting.add(appended);
            waitingBytes += RecordFormat.bytesOf(appended);
            changed.signalAll();
            return OptionalLong.of(appended.seq());
        } finally {
            lock.unlock();
        }
    }

    void syncSoon() {
        lock.lock();
        try {
            syncSoon = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitRoom(long mostLogBytes) throws InterruptedException {
        lock.lock();
        try {
            while (!closing && (waitingBytes > SYNC_AT_BYTES || logBytes > mostLogBytes)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    // ---- for the reader ----

    /** Which record to read next; waits until it is on the card. Empty when that takes too long. */
    Optional<Turn> awaitReadable(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            Turn turn = order.next(syncedSeq);
            while (!closing && turn == null && left > 0) {
                left = changed.awaitNanos(left);
                turn = order.next(syncedSeq);
            }
            return closing ? Optional.empty() : Optional.ofNullable(turn);
        } finally {
            lock.unlock();
        }
    }

    /** The record of this turn was read, or the next intact one of its lane. */
    void taken(Turn turn, long seq) {
        lock.lock();
        try {
            order.taken(turn, seq);
        } finally {
            lock.unlock();
        }
    }

    void foundAlarm(long seq) {
        lock.lock();
        try {
            order.found(seq);
        } finally {
            lock.unlock();
        }
    }

    OptionalLong nextAlarm() {
        lock.lock();
        try {
            return order.nextAlarm();
        } finally {
            lock.unlock();
        }
    }

    /** Reading begins again at the oldest open record. */
    void rewind() {
        lock.lock();
        try {
            order.restart(syncedSeq);
        } finally {
            lock.unlock();
        }
    }

    /** The numbers of a backlog that is so long that what is new overtakes it. */
    Optional<SeqRange> longBacklog() {
        lock.lock();
        try {
            OptionalLong end = order.endOfBacklog();
            return end.isEmpty() ? Optional.empty() : Optional.of(new SeqRange(acks.watermark() + 1, end.getAsLong()));
        } finally {
            lock.unlock();
        }
    }

    // ---- for whoever acknowledges ----

    boolean isDone(long seq) {
        lock.lock();
        try {
            return acks.isDone(seq);
        } finally {
            lock.unlock();
        }
    }

    long firstOpen(long from) {
        lock.lock();
        try {
            return acks.firstOpen(from);
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits for these any more; true when nothing at all is pending now. */
    boolean done(SeqRange range) {
        lock.lock();
        try {
            acks.done(range);
            changed.signalAll();
            return isDrained();
        } finally {
            lock.unlock();
        }
    }

    // ---- for the writer ----

    /**
     * Waits until there is something to write or to note, or so long; false when the outbox closes and nothing is left to do.
     */
    boolean awaitWork(long syncDueNanos, long notedWatermark, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long patienceLeft = patience.toNanos();
            while (!closing && waiting.isEmpty() && acks.watermark() <= notedWatermark && patienceLeft > 0) {
                patienceLeft = changed.awaitNanos(patienceLeft);
            }
            long left = syncDueNanos - System.nanoTime();
            while (!closing && !syncSoon && waitingBytes < SYNC_AT_BYTES && left > 0) {
                left = changed.awaitNanos(left);
            }
            syncSoon = false;
            return !closing || !waiting.isEmpty() || acks.watermark() > notedWatermark;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest records that wait for the card, as many as make one batch. */
    List<OutboxRecord> batch() {
        lock.lock();
        try {
            List<OutboxRecord> batch = new ArrayList<>();
            int bytes = 0;
            for (OutboxRecord next : waiting) {
                if (bytes >= SYNC_AT_BYTES) {
                    break;
                }
                batch.add(next);
                bytes += RecordFormat.bytesOf(next);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** The batch is safe on the card. */
    void written(List<OutboxRecord> batch, long newLogBytes) {
        lock.lock();
        try {
            for (OutboxRecord written : batch) {
                waiting.remove();
                waitingBytes -= RecordFormat.bytesOf(written);
            }
            syncedSeq = batch.getLast().seq();
            rate.came(newLogBytes - logBytes, System.nanoTime());
            logBytes = newLogBytes;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void logIsNow(long bytes) {
        lock.lock();
        try {
            logBytes = bytes;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits unless the outbox closes; false if it does. */
    boolean pause(Duration duration) throws InterruptedException {
        long left = duration.toNanos();
        lock.lock();
        try {
            while (!closing && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    // ---- for anybody ----

    long watermark() {
        lock.lock();
        try {
            return acks.watermark();
        } finally {
            lock.unlock();
        }
    }

    long syncedSeq() {
        lock.lock();
        try {
            return syncedSeq;
        } finally {
            lock.unlock();
        }
    }

    long nextSeq() {
        lock.lock();
        try {
            return nextSeq;
        } finally {
            lock.unlock();
        }
    }

    long pending() {
        lock.lock();
        try {
            return nextSeq - 1 - acks.watermark() - acks.countBeyond();
        } finally {
            lock.unlock();
        }
    }

    long logBytes() {
        lock.lock();
        try {
            return logBytes;
        } finally {
            lock.unlock();
        }
    }

    OptionalDouble bytesAnHour() {
        lock.lock();
        try {
            return rate.bytesAnHour(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything below this number is on the card; false where that takes longer. */
    boolean awaitSynced(long seq, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (syncedSeq < seq - 1 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return syncedSeq >= seq - 1;
        } finally {
            lock.unlock();
        }
    }

    boolean awaitDrained(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!isDrained() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return isDrained();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many records were taken and never written. */
    int unwritten() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean isDrained() {
        return acks.watermark() == nextSeq - 1;
    }
}
