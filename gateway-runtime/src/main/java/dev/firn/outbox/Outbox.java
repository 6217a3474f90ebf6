package dev.firn.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what has to be sent until its receiver has acknowledged it.
 *
 * <p>Threads: {@link #append} belongs to one thread and never waits for the card; a writer thread of its own writes and
 * fsyncs, several records at a time ("group commit"); {@link #next} belongs to one reader; {@link #acknowledge} and the
 * questions may be called from anywhere. A record is readable only once it is safe on the card, so that a number that
 * anybody has seen is never given to another record.
 */
public final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** The writer does not wait for the next sync when this much has come. */
    private static final int SYNC_AT_BYTES = 128 << 10;

    /** Most bytes that wait in memory; reached only when the card does not take them. */
    private static final int MOST_WAITING_BYTES = 8 << 20;

    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final OutboxSettings settings;
    private final OutboxListener listener;
    private final FileChannel lockFile;
    private final SegmentLog log;
    private final AckMark mark;
    private final Thread writer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private final ArrayDeque<OutboxRecord> waiting = new ArrayDeque<>();
    private final AckTracker acks;
    private int waitingBytes;
    private long nextSeq;
    private long syncedSeq;
    private long readSeq;
    private long logBytes;
    private boolean syncSoon;
    private boolean closing;

    // Owned by the writer's thread.
    private boolean failing;

    // Owned by the reader's thread.
    private Optional<SegmentCursor> cursor = Optional.empty();

    /** {@return the outbox in the settings' directory, opened or begun}
     *
     * @throws OutboxException if the directory cannot be made or written, or another process has it open
     */
    public static Outbox open(OutboxSettings settings, OutboxListener listener) {
        Path directory = settings.directory();
        try {
            Files.createDirectories(directory);
            FileChannel lockFile = lock(directory);
            try {
                return new Outbox(settings, listener, lockFile);
            } catch (IOException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OutboxException(
                    "outbox.directory: \"" + directory + "\" cannot be used: " + reason(e)
                            + "; name a folder that this user may write to",
                    e);
        }
    }

    private Outbox(OutboxSettings settings, OutboxListener listener, FileChannel lockFile) throws IOException {
        this.settings = settings;
        this.listener = listener;
        this.lockFile = lockFile;
        this.log = SegmentLog.open(settings.directory(), settings.segmentBytes());
        this.mark = AckMark.open(settings.directory().resolve("acknowledged"), log.epoch());
        OptionalLong marked = mark.read();
        marked.ifPresent(seq -> log.skipTo(seq + 1));
        this.acks = new AckTracker(Math.max(log.oldestSeq() - 1, marked.orElse(0)));
        this.nextSeq = log.nextSeq();
        this.syncedSeq = nextSeq - 1;
        this.readSeq = acks.watermark() + 1;
        this.logBytes = log.bytes();
        this.writer = Thread.ofPlatform().name("outbox-writer").daemon().start(this::write);
    }

    /** Which numbering this is; a new one begins only when the old one is lost with its files. */
    public UUID epoch() {
        return log.epoch();
    }

    /**
     * Takes a record.
     *
     * @return its number, or empty where nothing can be taken, because the card has refused for long
     */
    public OptionalLong append(byte[] payload) {
        if (payload.length < 1 || payload.length > RecordFormat.MOST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "record of " + payload.length + " bytes: want 1 to " + RecordFormat.MOST_PAYLOAD);
        }
        lock.lock();
        try {
            if (waitingBytes + payload.length > MOST_WAITING_BYTES) {
                return OptionalLong.empty();
            }
            OutboxRecord appended = new OutboxRecord(nextSeq++, payload);
            waiting.add(appended);
            waitingBytes += payload.length + RecordFormat.OVERHEAD;
            changed.signalAll();
            return OptionalLong.of(appended.seq());
        } finally {
            lock.unlock();
        }
    }

    /** Asks for a sync now instead of at the next interval. */
    public void sync() {
        lock.lock();
        try {
            syncSoon = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next record to send, in the order of numbers; waits for one.
     *
     * @return empty when none has come within the time, or the outbox is closed
     * @throws OutboxException if the log cannot be read
     */
    public Optional<OutboxRecord> next(Duration patience) throws InterruptedException {
        if (!awaitReadable(patience)) {
            return Optional.empty();
        }
        long wanted = nextUndone();
        if (wanted > syncedSeq()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(wanted));
        } catch (NoSuchFileException e) {
            // The oldest segment was dropped for space between the question and the answer.
            rewind();
            return Optional.empty();
        } catch (IOException e) {
            throw new OutboxException("outbox: " + settings.directory() + " cannot be read: " + reason(e), e);
        }
    }

    /** Starts over at the oldest record that is not acknowledged, for a new connection. Reader's thread only. */
    public void rewind() {
        closeCursor();
        lock.lock();
        try {
            readSeq = acks.watermark() + 1;
        } finally {
            lock.unlock();
        }
    }

    /** The receiver has the record; it may be forgotten. */
    public void acknowledge(long seq) {
        finish(new SeqRange(seq, seq));
    }

    /** How many records are neither acknowledged nor lost. */
    public long pending() {
        lock.lock();
        try {
            return nextSeq - 1 - acks.watermark();
        } finally {
            lock.unlock();
        }
    }

    /** Bytes of its segment files. */
    public long bytes() {
        lock.lock();
        try {
            return logBytes;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the outbox can take more without dropping anything: the pace of a source that can wait, such as a
     * recording.
     */
    public void awaitRoom() throws InterruptedException {
        lock.lock();
        try {
            while (!closing && (waitingBytes > SYNC_AT_BYTES || logBytes > settings.maxBytes() / 4 * 3)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is pending; false where that takes longer. */
    public boolean awaitDrained(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (nextSeq - 1 > acks.watermark() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return nextSeq - 1 == acks.watermark();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, and lets go of the directory. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join();
            closeCursor();
            mark.close();
            log.close();
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("outbox: {} did not close cleanly: {}", settings.directory(), reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel lockFile =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> held = tryLock(lockFile);
        if (held.isEmpty()) {
            lockFile.close();
            throw new OutboxException("outbox.directory: \"" + directory
                    + "\" is in use by another gateway; stop that one, or give this one a directory of its own");
        }
        return lockFile;
    }

    private static Optional<FileLock> tryLock(FileChannel lockFile) throws IOException {
        try {
            return Optional.ofNullable(lockFile.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // by this very process
        }
    }

    // ---- reader ----

    private boolean awaitReadable(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!closing && readSeq > syncedSeq) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private long nextUndone() {
        lock.lock();
        try {
            while (acks.isDone(readSeq) && readSeq <= syncedSeq) {
                readSeq++;
            }
            return readSeq;
        } finally {
            lock.unlock();
        }
    }

    /** The highest number that is safe on the card. */
    long syncedSeq() {
        lock.lock();
        try {
            return syncedSeq;
        } finally {
            lock.unlock();
        }
    }

    private OutboxRecord read(long wanted) throws IOException {
        if (cursor.isEmpty()) {
            cursor = Optional.of(new SegmentCursor(log, wanted));
        }
        OutboxRecord found = cursor.get().atLeast(wanted);
        if (found.seq() > wanted) {
            lose(new SeqRange(wanted, found.seq() - 1), "damaged on the card");
        }
        lock.lock();
        try {
            readSeq = found.seq() + 1;
        } finally {
            lock.unlock();
        }
        return found;
    }

    private void closeCursor() {
        try {
            if (cursor.isPresent()) {
                cursor.get().close();
            }
        } catch (IOException e) {
            LOG.warn("outbox: segment did not close cleanly: {}", reason(e));
        }
        cursor = Optional.empty();
    }

    private void lose(SeqRange range, String reason) {
        listener.lost(range, reason);
        finish(range);
    }

    private void finish(SeqRange range) {
        boolean drained;
        lock.lock();
        try {
            acks.done(range);
            drained = acks.watermark() == nextSeq - 1;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (drained) {
            listener.drained();
        }
    }

    // ---- writer ----

    private void write() {
        long markedSeq = 0;
        long lastSync = System.nanoTime() - settings.syncEvery().toNanos();
        try {
            while (awaitWork(lastSync, markedSeq)) {
                lastSync = System.nanoTime();
                boolean written = writeBatch();
                markedSeq = housekeep(markedSeq);
                if (!written && !pauseForRetry()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there is something to do; false when the outbox closes and nothing is left to do. */
    private boolean awaitWork(long lastSync, long markedSeq) throws InterruptedException {
        lock.lock();
        try {
            while (!closing && waiting.isEmpty() && acks.watermark() <= markedSeq) {
                changed.await();
            }
            long left = lastSync + settings.syncEvery().toNanos() - System.nanoTime();
            while (!closing && !syncSoon && waitingBytes < SYNC_AT_BYTES && left > 0) {
                left = changed.awaitNanos(left);
            }
            syncSoon = false;
            return !closing || !waiting.isEmpty() || acks.watermark() > markedSeq;
        } finally {
            lock.unlock();
        }
    }

    /** Brings what waits to the card; false where the card refused it, and it waits on. */
    private boolean writeBatch() {
        List<OutboxRecord> batch = waitingRecords();
        if (batch.isEmpty()) {
            return true;
        }
        try {
            makeRoom(SegmentLog.batchBytes(batch));
            log.append(batch);
        } catch (IOException e) {
            reportFailing(true, reason(e));
            return false;
        }
        lock.lock();
        try {
            batch.forEach(written -> waiting.remove());
            waitingBytes -= SegmentLog.batchBytes(batch);
            syncedSeq = batch.getLast().seq();
            logBytes = log.bytes();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        reportFailing(false, "");
        return true;
    }

    private List<OutboxRecord> waitingRecords() {
        lock.lock();
        try {
            return new ArrayList<>(waiting);
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom(int bytes) throws IOException {
        log.forgetUpTo(watermark());
        while (log.bytes() + bytes > settings.maxBytes()) {
            Optional<SeqRange> dropped = log.dropOldest();
            if (dropped.isEmpty()) {
                return; // the limit is smaller than this one batch
            }
            openPart(dropped.get()).ifPresent(range -> lose(range, "outbox full"));
        }
    }

    /** The part of a dropped range that was not acknowledged. */
    private Optional<SeqRange> openPart(SeqRange dropped) {
        long firstOpen = Math.max(dropped.from(), watermark() + 1);
        return firstOpen > dropped.to() ? Optional.empty() : Optional.of(new SeqRange(firstOpen, dropped.to()));
    }

    private long watermark() {
        lock.lock();
        try {
            return acks.watermark();
        } finally {
            lock.unlock();
        }
    }

    /** Notes how far acknowledgements have come and deletes what is done with. */
    private long housekeep(long markedSeq) {
        long watermark = watermark();
        if (watermark <= markedSeq) {
            return markedSeq;
        }
        try {
            mark.write(watermark);
            log.forgetUpTo(watermark);
            lock.lock();
            try {
                logBytes = log.bytes();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        } catch (IOException e) {
            LOG.warn("outbox: acknowledgements up to {} could not be noted: {}", watermark, reason(e));
        }
        return watermark;
    }

    private void reportFailing(boolean nowFailing, String reason) {
        if (failing != nowFailing) {
            failing = nowFailing;
            listener.storageFailed(nowFailing, reason);
        }
    }

    private boolean pauseForRetry() throws InterruptedException {
        long left = RETRY_NANOS;
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

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
