package dev.firn.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of the history: takes summaries from the queue into the file, a batch in one commit. What is not committed when
 * the card fails is put in again later; more than one batch waits in the queue, which is bounded.
 */
final class HistoryWriter implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HistoryStore store;
    private final BlockingQueue<PastSummary> waiting;
    private final AtomicLong dropped;
    private final HistoryPace pace;
    private final HistoryListener listener;
    private final AtomicReference<@Nullable DamageException> found = new AtomicReference<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition settled = lock.newCondition();
    // Guarded by the lock.
    private boolean awake;
    private boolean stopping;
    private long asked;
    private long answered;
    private @Nullable HistoryFile readable;
    private String hindrance = "it is not open yet";

    // Owned by the thread.
    private final List<PastSummary> uncommitted = new ArrayList<>();
    private boolean failing;
    private boolean toldLost;
    private long retryNanos;
    private long batchNanos = System.nanoTime();
    private boolean reportedBefore;
    private long reportedNanos;

    HistoryWriter(
            HistoryStore store,
            BlockingQueue<PastSummary> waiting,
            AtomicLong dropped,
            HistoryPace pace,
            HistoryListener listener) {
        this.store = store;
        this.waiting = waiting;
        this.dropped = dropped;
        this.pace = pace;
        this.listener = listener;
    }

    /** There is a batch. From any thread. */
    void wake() {
        lock.lock();
        try {
            awake = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread when everything is written. From any thread. */
    void stop() {
        lock.lock();
        try {
            stopping = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A reader found that the file is damaged; from its thread. */
    void foundDamage(HistoryFile file, DamageException damage) {
        lock.lock();
        try {
            if (file == readable) { // not one that is set aside already
                found.set(damage);
                readable = null;
                hindrance = "it is being checked";
            }
            awake = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The file, with all in it that was recorded until now; waits for that, but not for the card. From any thread.
     *
     * @throws HistoryException if there is none
     */
    HistoryFile settled() {
        lock.lock();
        try {
            long ticket = ++asked;
            work.signal();
            long left = PATIENCE.toNanos();
            while (answered < ticket && left > 0 && !stopping) {
                left = settled.awaitNanos(left);
            }
            HistoryFile file = readable;
            if (file == null || answered < ticket) {
                throw new HistoryException("the history cannot be read now: " + hindrance);
            }
            return file;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryException("interrupted");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            while (awaitWork()) {
                long ticket = ticket();
                step(isBatchDue());
                answer(ticket);
            }
            step(true);
            store.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DamageException | StorageException e) {
            LOG.error("history: cannot be closed: {}", e.getMessage());
        } finally {
            answer(Long.MAX_VALUE);
        }
    }

    /** Waits until there may be something to do; false when it is time to end. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long left = batchNanos + pace.batch().toNanos() - System.nanoTime();
            while (!awake && !stopping && asked == answered && left > 0) {
                left = work.awaitNanos(left);
            }
            awake = false;
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    private long ticket() {
        lock.lock();
        try {
            return asked;
        } finally {
            lock.unlock();
        }
    }

    private void answer(long ticket) {
        lock.lock();
        try {
            answered = Math.min(ticket, asked);
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBatchDue() {
        return System.nanoTime() - batchNanos >= pace.batch().toNanos();
    }

    private void step(boolean due) {
        if (!failing || System.nanoTime() - retryNanos >= pace.retry().toNanos()) {
            try {
                write(due);
            } catch (DamageException e) {
                lost(e);
            } catch (StorageException e) {
                failed(e);
            }
        }
        if (due) {
            batchNanos = System.nanoTime();
            reportDropped();
        }
    }

    private void write(boolean due) {
        DamageException damage = found.getAndSet(null);
        if (damage != null) {
            // Only what the writer finds too: a reader may have been slower than the pages that it read stayed.
            store.file().check();
        }
        if (failing) {
            // Alone: were more taken from the queue with every attempt, it would not be bounded.
            store.put(uncommitted);
            store.commit();
            uncommitted.clear();
        }
        HistoryFile before = readableOrNull();
        do {
            List<PastSummary> batch = new ArrayList<>();
            waiting.drainTo(batch, History.BATCH_ROWS);
            uncommitted.addAll(batch);
            store.put(batch);
            if (due || uncommitted.size() >= History.BATCH_ROWS) {
                store.commit();
                uncommitted.clear();
                toldLost = false;
            }
        } while (waiting.size() >= History.BATCH_ROWS);
        if (before == null || before != store.file()) {
            publish(store.file(), "");
        }
        if (failing) {
            failing = false;
            LOG.info("history: can be written again");
            listener.back();
        }
    }

    private void lost(DamageException damage) {
        publish(null, "it is damaged, and a new one begun");
        try {
            Path aside = store.setAside();
            String reason = damage.getMessage() + "; the file is set aside as " + aside;
            LOG.error("history: lost: {}", reason);
            if (!toldLost) { // what a new file does to be damaged too is said once
                toldLost = true;
                listener.lost(reason);
            }
            store.put(uncommitted);
            publish(store.file(), "");
        } catch (DamageException | StorageException e) {
            failed(new StorageException(String.valueOf(e.getMessage()), e));
        }
    }

    private void failed(StorageException failure) {
        store.abandon();
        String reason = String.valueOf(failure.getMessage());
        publish(null, reason);
        retryNanos = System.nanoTime();
        if (!failing) {
            failing = true;
            LOG.error("history: cannot be written: {}", reason);
            listener.failed(reason);
        }
    }

    private void publish(@Nullable HistoryFile file, String reason) {
        lock.lock();
        try {
            readable = file;
            hindrance = reason;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable HistoryFile readableOrNull() {
        lock.lock();
        try {
            return readable;
        } finally {
            lock.unlock();
        }
    }

    private void reportDropped() {
        boolean early = reportedBefore
                && System.nanoTime() - reportedNanos < pace.report().toNanos();
        if (dropped.get() > 0 && !early) {
            reportedBefore = true;
            reportedNanos = System.nanoTime();
            long count = dropped.getAndSet(0);
            LOG.warn("history: {} summaries came faster than they could be written", count);
            listener.dropped(count);
        }
    }
}
