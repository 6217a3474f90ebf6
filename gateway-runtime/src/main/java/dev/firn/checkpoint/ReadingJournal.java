package dev.firn.checkpoint;

import dev.firn.outbox.WriteMeter;
import dev.firn.source.Delivery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what deliveries brought since the last checkpoint, several with one fsync ("group commit"), and tells their
 * sources when they are safe.
 *
 * <p>Threads: entries are made by the loop, which never waits for the card. A thread of its own commits them, at most every
 * {@link #COMMIT_EVERY} unless {@link #AT_ONCE} wait; the outbox's writer commits before it writes summaries of them.
 */
final class ReadingJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingJournal.class);

    /** Between two commits: what an acknowledgement waits at most, against the card's wear. */
    static final Duration COMMIT_EVERY = Duration.ofMillis(100);

    /** So many deliveries are not made to wait: a source may have no more on their way. */
    static final int AT_ONCE = 500;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Path folder;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private final ArrayDeque<Batch> sealed = new ArrayDeque<>();
    private JournalEntries entries = new JournalEntries();
    private List<Delivery> delivered = new ArrayList<>();
    private long generation;
    private long nextSeq;
    private boolean closing;

    // Held while a commit is under way.
    private final ReentrantLock committing = new ReentrantLock();
    // Guarded by committing.
    private Optional<JournalFile> file = Optional.empty();
    private long fileGeneration;
    private boolean failing;

    private final WriteMeter meter;
    private final Thread writer;

    /** Entries of one commit: their journal, their bytes, and whose they are. */
    private record Batch(long generation, long nextSeq, ByteBuffer bytes, List<Delivery> delivered) {}

    /**
     * A journal that begins with this generation, in a folder that is there.
     *
     * @param meter is told of what goes to the card
     */
    ReadingJournal(Path folder, long generation, long nextSeq, WriteMeter meter) {
        this.folder = folder;
        this.meter = meter;
        this.generation = generation;
        this.nextSeq = nextSeq;
        this.writer = Thread.ofPlatform().name("journal").daemon().start(this::run);
    }

    // ---- for the loop ----

    /** A delivery that goes into the pipeline next, its readings of this time. */
    void enter(Delivery delivery, long timeMillis) {
        lock.lock();
        try {
            entries.message(delivery, timeMillis);
            note(delivery);
        } finally {
            lock.unlock();
        }
    }

    /** A delivery that was entered before, and is safe when that one is. */
    void enterAgain(Delivery delivery) {
        lock.lock();
        try {
            note(delivery);
        } finally {
            lock.unlock();
        }
    }

    private void note(Delivery delivery) {
        delivered.add(delivery);
        if (delivered.size() == 1 || delivered.size() == AT_ONCE) {
            changed.signalAll();
        }
    }

    /** The pipeline closes windows up to this time next. */
    void timePassed(long millis) {
        lock.lock();
        try {
            entries.timePassed(millis);
        } finally {
            lock.unlock();
        }
    }

    /** A checkpoint was made: what comes now belongs to the journal of its generation. */
    void begin(long newGeneration, long newNextSeq) {
        lock.lock();
        try {
            seal();
            generation = newGeneration;
            nextSeq = newNextSeq;
            entries = new JournalEntries();
        } finally {
            lock.unlock();
        }
    }

    // ---- for the writers ----

    /** Makes everything that was entered so far safe. */
    void commit() throws IOException {
        committing.lock();
        try {
            Optional<Batch> next = oldest();
            while (next.isPresent()) {
                write(next.get());
                done();
                next.get().delivered().forEach(delivery -> delivery.receipt().safe(delivery.messageId()));
                next = oldest();
            }
            if (failing) {
                failing = false;
                LOG.info("journal: can be written again");
            }
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                LOG.error("journal: cannot be written: {}; sources wait", e.toString());
            }
            throw e;
        } finally {
            committing.unlock();
        }
    }

    private Optional<Batch> oldest() {
        lock.lock();
        try {
            if (sealed.isEmpty()) {
                seal();
            }
            return Optional.ofNullable(sealed.peek());
        } finally {
            lock.unlock();
        }
    }

    private void done() {
        lock.lock();
        try {
            sealed.remove();
        } finally {
            lock.unlock();
        }
    }

    private void seal() {
        if (!entries.isEmpty() || !delivered.isEmpty()) {
            ByteBuffer bytes = entries.isEmpty() ? ByteBuffer.allocate(0) : entries.takeBatch();
            sealed.add(new Batch(generation, nextSeq, bytes, delivered));
            delivered = new ArrayList<>();
        }
    }

    private void write(Batch batch) throws IOException {
        if (batch.bytes().hasRemaining()) {
            meter.wrote(batch.bytes().remaining());
            fileOf(batch).append(batch.bytes());
        }
    }

    private JournalFile fileOf(Batch batch) throws IOException {
        if (file.isPresent() && fileGeneration == batch.generation()) {
            return file.get();
        }
        closeFile();
        JournalFile begun = JournalFile.begin(folder, batch.generation(), batch.nextSeq());
        file = Optional.of(begun);
        fileGeneration = batch.generation();
        return begun;
    }

    private void closeFile() throws IOException {
        Optional<JournalFile> closed = file;
        file = Optional.empty();
        if (closed.isPresent()) {
            closed.get().close();
        }
    }

    private void run() {
        try {
            while (awaitWork()) {
                if (!tryCommit()) {
                    pause(RETRY, Integer.MAX_VALUE);
                } else {
                    pause(COMMIT_EVERY, AT_ONCE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryCommit() {
        try {
            commit();
            return true;
        } catch (IOException e) {
            return false; // reported by the commit
        }
    }

    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            while (!closing && delivered.isEmpty() && sealed.isEmpty()) {
                changed.await();
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, or until so many deliveries wait. */
    private void pause(Duration duration, int deliveries) throws InterruptedException {
        long left = duration.toNanos();
        lock.lock();
        try {
            while (!closing && left > 0 && delivered.size() < deliveries) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Commits what waits, and ends. */
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
            tryCommit();
            closeFile();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("journal: did not close cleanly: {}", e.toString());
        }
    }

    // ---- the files ----

    /** The journals of a folder by their generation, the oldest first. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(JournalFormat::isJournal).sorted().toList();
        }
    }

    /** Deletes the journals of generations before this one. */
    static void deleteBefore(long generation, Path folder) throws IOException {
        for (Path journal : in(folder)) {
            if (JournalFormat.generation(journal) < generation) {
                Files.delete(journal);
            }
        }
    }
}
