package dev.firn.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the outbox's threads share: which records wait for the card, how far the card, the reader and the
 * acknowledgements have come. Thread-safe; its lock is never held during input or output.
 *
 * <pre>
 *  acks.watermark  &lt;  readSeq  &lt;=  syncedSeq + 1  &lt;=  nextSeq
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
    private int waitingBytes;
    private long nextSeq;
    private long syncedSeq;
    private long readSeq;
    private long logBytes;
    private boolean syncSoon;
    private boolean closing;

    OutboxState(long watermark, long nextSeq, long logBytes) {
        this.acks = new AckTracker(watermark);
        this.nextSeq = nextSeq;
        this.syncedSeq = nextSeq - 1;
        this.readSeq = watermark + 1;
        this.logBytes = logBytes;
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

    /** The number of the next record to read; waits until it is on the card. Empty when that takes too long. */
    OptionalLong awaitReadable(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            skipDone();
            while (!closing && readSeq > syncedSeq && left > 0) {
                left = changed.awaitNanos(left);
                skipDone();
            }
            return closing || readSeq > syncedSeq ? OptionalLong.empty() : OptionalLong.of(readSeq);
        } finally {
            lock.unlock();
        }
    }

    void readUpTo(long seq) {
        lock.lock();
        try {
            readSeq = seq + 1;
        } finally {
            lock.unlock();
        }
    }

    void rewind() {
        lock.lock();
        try {
            readSeq = acks.watermark() + 1;
        } finally {
            lock.unlock();
        }
    }

    private void skipDone() {
        while (readSeq <= syncedSeq && acks.isDone(readSeq)) {
            readSeq++;
        }
    }

    // ---- for whoever acknowledges ----

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

    /** Waits until there is something to write or to note; false when the outbox closes and nothing is left to do. */
    boolean awaitWork(long syncDueNanos, long notedWatermark) throws InterruptedException {
        lock.lock();
        try {
            while (!closing && waiting.isEmpty() && acks.watermark() <= notedWatermark) {
                changed.await();
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

    long pending() {
        lock.lock();
        try {
            return nextSeq - 1 - acks.watermark();
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
