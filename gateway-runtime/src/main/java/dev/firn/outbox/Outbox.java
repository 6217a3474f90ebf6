package dev.firn.outbox;

import dev.firn.outbox.ReadingOrder.Lane;
import dev.firn.outbox.ReadingOrder.Turn;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    private final WriteMeter meter;
    private final OutboxListener listener;
    private final FileChannel lockFile;
    private final SegmentLog log;
    private final AckMark mark;
    private final OutboxState state;
    private final Ties ties = new Ties();
    private final Thread writer;

    // Owned by the reader's thread.
    private final Map<Lane, SegmentCursor> cursors = new EnumMap<>(Lane.class);
    private final Map<Long, OutboxRecord> alarms = new HashMap<>();
    private Optional<AlarmScan> alarmScan = Optional.empty();

    private Outbox(
            OutboxSettings settings,
            Condenser condenser,
            WriteMeter meter,
            OutboxListener listener,
            FileChannel lockFile)
            throws IOException {
        this.settings = settings;
        this.meter = meter;
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
                .start(new OutboxWriter(state, log, mark, ties, settings, condenser, meter, listener));
    }

    /**
     * Opens the outbox in the settings' directory, or begins one there.
     *
     * @param condenser says old records in fewer, before they are dropped for space
     * @param meter is told of what goes to the card
     * @throws OutboxException if the directory cannot be made or written, or another process has it open
     */
    public static Outbox open(OutboxSettings settings, Condenser condenser, WriteMeter meter, OutboxListener listener) {
        Path directory = settings.directory();
        try {
            Files.createDirectories(directory);
            FileChannel lockFile = lock(directory);
            try {
                return new Outbox(settings, condenser, meter, listener, lockFile);
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
     * The next record to send; waits for one. They come in the order of numbers, but behind a long backlog what is new
     * comes before the backlog, and the backlog's alarms before either.
     *
     * @return empty when none has come within the time, or the outbox is closed
     * @throws OutboxException if the log cannot be read
     */
    public Optional<OutboxRecord> next(Duration patience) throws InterruptedException {
        try {
            Optional<OutboxRecord> alarm = nextAlarm();
            if (alarm.isPresent()) {
                return alarm;
            }
            Optional<Turn> turn = state.awaitReadable(patience);
            if (turn.isEmpty()) {
                leaveDeletedSegments();
                return Optional.empty();
            }
            return read(turn.get());
        } catch (NoSuchFileException e) {
            // The oldest segment was dropped for space between the question and the answer.
            closeCursors();
            return Optional.empty();
        } catch (IOException e) {
            throw new OutboxException("outbox: " + settings.directory() + " cannot be read: " + reason(e), e);
        }
    }

    /** Starts over at the oldest record that is not acknowledged, for a new connection. Reader's thread only. */
    public void rewind() {
        closeCursors();
        alarms.clear();
        state.rewind();
        alarmScan = state.longBacklog().map(range -> new AlarmScan(log, range.from(), range.to()));
    }

    /**
     * A record by its number; empty where it is done with.
     *
     * @throws OutboxException if the log cannot be read
     */
    public Optional<OutboxRecord> find(long seq) {
        if (state.isDone(seq) || seq > state.syncedSeq()) {
            return Optional.empty();
        }
        try (SegmentCursor cursor = new SegmentCursor(log, seq)) {
            return Optional.of(cursor.atLeast(seq)).filter(found -> found.seq() == seq);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // dropped just now
        } catch (IOException e) {
            throw new OutboxException("outbox: " + settings.directory() + " cannot be read: " + reason(e), e);
        }
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

    /** Told of what goes to the card beside it. */
    public WriteMeter meter() {
        return meter;
    }

    /** Whether more went to the card in the last 24 hours than it is to bear. */
    public boolean isOverBudget() {
        return meter.bytesOfADay() > settings.dailyWrites();
    }

    /** How full it is. */
    public OutboxLevel level() {
        long bytes = state.logBytes();
        OptionalDouble rate = state.bytesAnHour();
        OptionalDouble hours = rate.isPresent() && rate.getAsDouble() > 0
                ? OptionalDouble.of((settings.maxBytes() - bytes) / rate.getAsDouble())
                : OptionalDouble.empty();
        return new OutboxLevel(state.pending(), bytes, settings.maxBytes(), hours, meter.bytesOfADay());
    }

    /** The number that the next record gets. */
    public long nextSeq() {
        return state.nextSeq();
    }

    /**
     * Reads the records on the card from a number on, acknowledged or not, in order. Before anything is appended.
     *
     * @throws OutboxException if the log cannot be read
     */
    public void recordsFrom(long seq, Consumer<OutboxRecord> found) {
        try {
            log.readFrom(seq, found);
        } catch (IOException e) {
            throw new OutboxException("outbox: " + settings.directory() + " cannot be read: " + reason(e), e);
        }
    }

    /** Waits until every record below this number is safe on the card; false where that takes longer. */
    public boolean awaitSafe(long seq, Duration patience) throws InterruptedException {
        state.syncSoon();
        return state.awaitSynced(seq, patience);
    }

    /**
     * Keeps records from this number on, although they may be acknowledged, while there is room: whoever asks wants to read
     * them after a crash. From any thread.
     */
    public void holdFrom(long seq) {
        ties.holdFrom(seq);
    }

    /** From now on no record is written before this is done. */
    public void beforeEachWrite(BeforeWrite first) {
        ties.before(first);
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
            closeCursors();
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

    private Optional<OutboxRecord> nextAlarm() throws IOException {
        if (alarmScan.isPresent() && !alarmScan.get().isOver()) {
            for (OutboxRecord alarm : alarmScan.get().step()) {
                alarms.put(alarm.seq(), alarm);
                state.foundAlarm(alarm.seq());
            }
        }
        OptionalLong seq = state.nextAlarm();
        return seq.isEmpty() ? Optional.empty() : Optional.ofNullable(alarms.remove(seq.getAsLong()));
    }

    private Optional<OutboxRecord> read(Turn turn) throws IOException {
        if (turn.isInOnlyLane() && cursors.containsKey(Lane.LIVE)) {
            closeCursor(cursors.remove(Lane.BACKLOG));
            cursors.put(Lane.BACKLOG, cursors.remove(Lane.LIVE));
        }
        SegmentCursor cursor = cursors.get(turn.lane());
        if (cursor == null) {
            cursor = new SegmentCursor(log, turn.seq());
            cursors.put(turn.lane(), cursor);
        }
        OutboxRecord found = cursor.atLeast(turn.seq());
        boolean inLane = found.seq() <= turn.lastSeq();
        if (found.seq() > turn.seq()) {
            SeqRange damaged = new SeqRange(turn.seq(), inLane ? found.seq() - 1 : turn.lastSeq());
            listener.lost(damaged, "damaged on the card");
            finish(damaged);
        }
        state.taken(turn, inLane ? found.seq() : turn.lastSeq());
        return inLane ? Optional.of(found) : Optional.empty();
    }

    private void finish(SeqRange range) {
        if (state.done(range)) {
            listener.drained();
        }
    }

    /** A file that is deleted while somebody has it open keeps its room on the card. */
    private void leaveDeletedSegments() {
        cursors.values().removeIf(cursor -> {
            boolean isDeleted = !cursor.isInLog();
            if (isDeleted) {
                closeCursor(cursor);
            }
            return isDeleted;
        });
    }

    private void closeCursors() {
        cursors.values().forEach(Outbox::closeCursor);
        cursors.clear();
    }

    private static void closeCursor(@Nullable SegmentCursor cursor) {
        try {
            if (cursor != null) {
                cursor.close();
            }
        } catch (IOException e) {
            LOG.warn("outbox: segment did not close cleanly: {}", reason(e));
        }
    }

    static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
