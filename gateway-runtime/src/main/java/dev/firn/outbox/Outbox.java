package dev.firn.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what has to be sent until its receiver has acknowledged it.
 *
 * <p>Threads: {@link #append} never waits for the card; a writer thread of its own writes and fsyncs. {@link #next} and
 * {@link #rewind} belong to one reader; {@link #acknowledge} and the questions may be called from anywhere. A record is
 * readable only once it is safe on the card, so that a number that anybody has seen is never given to another record.
 */
public final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxSettings settings;
    private final OutboxListener listener;
    private final FileChannel lockFile;
    private final SegmentLog log;
    private final AckMark mark;
    private final OutboxState state;
    private final Thread writer;

    // Owned by the reader's thread.
    private Optional<SegmentCursor> cursor = Optional.empty();

    private Outbox(OutboxSettings settings, OutboxListener listener, FileChannel lockFile) throws IOException {
        this.settings = settings;
        this.listener = listener;
        this.lockFile = lockFile;
        this.log = SegmentLog.open(settings.directory(), settings.segmentBytes());
        this.mark = AckMark.open(settings.directory().resolve("acknowledged"), log.epoch());
        OptionalLong marked = mark.read();
        marked.ifPresent(seq -> log.skipTo(seq + 1));
        long known = marked.orElse(0);
        long oldest = log.oldestSeq();
        this.state = new OutboxState(Math.max(oldest - 1, known), log.nextSeq(), log.bytes());
        if (oldest - 1 > known) {
            listener.lost(new SeqRange(known + 1, oldest - 1), "gone from the card, not known to be delivered");
        }
        this.writer = Thread.ofPlatform()
                .name("outbox-writer")
                .daemon()
                .start(new OutboxWriter(state, log, mark, settings, listener));
    }

    /**
     * Opens the outbox in the settings' directory, or begins one there.
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

    /** Which numbering this is; a new one begins only when the old one is lost with its files. */
    public UUID epoch() {
        return log.epoch();
    }

    /**
     * Takes a record of 1 to 262 144 bytes; the array belongs to the outbox from then on.
     *
     * @param kept whether it stays when old records are dropped for space; it is appended anew then, under a new number
     * @param origin when it was made
     * @return its number, or empty where nothing can be taken, because the card has refused for long
     */
    public OptionalLong append(byte[] payload, boolean kept, Origin origin) {
        if (payload.length < 1 || payload.length > RecordFormat.MOST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "record of " + payload.length + " bytes: want 1 to " + RecordFormat.MOST_PAYLOAD);
        }
        return state.append(payload, kept, origin);
    }

    /** Asks for a sync now instead of at the next interval. */
    public void sync() {
        state.syncSoon();
    }

    /**
     * The next record to send, in the order of numbers; waits for one.
     *
     * @return empty when none has come within the time, or the outbox is closed
     * @throws OutboxException if the log cannot be read
     */
    public Optional<OutboxRecord> next(Duration patience) throws InterruptedException {
        OptionalLong wanted = state.awaitReadable(patience);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(wanted.getAsLong()));
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
        state.rewind();
    }

    /** The receiver has the record; it may be forgotten. */
    public void acknowledge(long seq) {
        finish(new SeqRange(seq, seq));
    }

    /** How many records are neither acknowledged nor lost. */
    public long pending() {
        return state.pending();
    }

    /** Bytes of its segment files. */
    public long bytes() {
        return state.logBytes();
    }

    /** The highest number that is safe on the card. */
    long syncedSeq() {
        return state.syncedSeq();
    }

    /**
     * Waits until the outbox can take more without dropping anything: the pace of a source that can wait, such as a
     * recording.
     */
    public void awaitRoom() throws InterruptedException {
        state.awaitRoom(settings.maxBytes() / 4 * 3);
    }

    /** Waits until nothing is pending; false where that takes longer. */
    public boolean awaitDrained(Duration patience) throws InterruptedException {
        return state.awaitDrained(patience);
    }

    /** Writes what waits, and lets go of the directory. The reader must have ended. */
    @Override
    public void close() {
        state.close();
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
        if (!tryLock(lockFile)) {
            lockFile.close();
            throw new OutboxException("outbox.directory: \"" + directory
                    + "\" is in use by another gateway; stop that one, or give this one a directory of its own");
        }
        return lockFile;
    }

    private static boolean tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this very process
        }
    }

    private OutboxRecord read(long wanted) throws IOException {
        if (cursor.isEmpty()) {
            cursor = Optional.of(new SegmentCursor(log, wanted));
        }
        OutboxRecord found = cursor.get().atLeast(wanted);
        state.readUpTo(found.seq());
        if (found.seq() > wanted) {
            SeqRange damaged = new SeqRange(wanted, found.seq() - 1);
            listener.lost(damaged, "damaged on the card");
            finish(damaged);
        }
        return found;
    }

    private void finish(SeqRange range) {
        if (state.done(range)) {
            listener.drained();
        }
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

    static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
