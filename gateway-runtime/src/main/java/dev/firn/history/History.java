package dev.firn.history;

import dev.firn.clock.ClockStamp;
import dev.firn.outbox.WriteMeter;
import dev.firn.telemetry.Summary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The summaries of the last days. Whoever records never waits: a thread of its own opens the file when it is first needed and
 * writes to it, {@value #BATCH_ROWS} rows at once or what came in ten seconds. Thread-safe.
 */
public final class History implements AutoCloseable {

    static final int BATCH_ROWS = 1000;
    static final int MOST_WAITING = 10_000;

    /** Most summaries of one answer, apart from those that end together with the last. */
    public static final int MOST_ASKED = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final BlockingQueue<PastSummary> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final HistoryWriter writer;
    private final Thread thread;

    private History(HistorySettings settings, HistoryPace pace, WriteMeter meter, HistoryListener listener) {
        writer = new HistoryWriter(new HistoryStore(settings, meter), waiting, dropped, pace, listener);
        thread = Thread.ofPlatform().daemon().name("history").unstarted(writer);
    }

    /** A history that takes summaries from now on; touches nothing on the caller's thread. */
    public static History start(HistorySettings settings, WriteMeter meter, HistoryListener listener) {
        return start(settings, HistoryPace.USUAL, meter, listener);
    }

    static History start(HistorySettings settings, HistoryPace pace, WriteMeter meter, HistoryListener listener) {
        History history = new History(settings, pace, meter, listener);
        history.thread.start();
        return history;
    }

    /** Takes a summary; does not wait. One for which there is no room is counted, and reported by the listener. */
    public void record(Summary summary, ClockStamp clock) {
        if (!waiting.offer(new PastSummary(summary, clock))) {
            dropped.incrementAndGet();
        }
        if (waiting.size() >= BATCH_ROWS) {
            writer.wake();
        }
    }

    /**
     * The names of all series there are, as {@code sensor/quantity}.
     *
     * @throws HistoryException if it cannot be read now
     */
    public List<String> series() {
        return read(HistoryFile::series);
    }

    /**
     * The windows of a series that ended after one time and not after another, also those recorded a moment ago.
     *
     * @param series such as {@code air/air-temperature}; one that is not known has none
     * @param afterMillis milliseconds since 1970-01-01T00:00Z, exclusive
     * @param toMillis likewise, inclusive
     * @param most how many are wanted, 1 to {@link #MOST_ASKED}; those that end together come together
     * @throws HistoryException if it cannot be read now
     */
    public HistoryPage summaries(String series, long afterMillis, long toMillis, int most) {
        if (most < 1 || most > MOST_ASKED) {
            throw new IllegalArgumentException("most " + most + ": want 1 to " + MOST_ASKED);
        }
        return read(file -> file.summaries(series, afterMillis, toMillis, most));
    }

    private <T> T read(Function<HistoryFile, T> question) {
        HistoryFile file = writer.settled();
        try {
            return question.apply(file);
        } catch (DamageException e) {
            writer.foundDamage(file, e);
            throw new HistoryException("the history is damaged, and set aside: " + e.getMessage());
        } catch (StorageException e) {
            throw new HistoryException("the history was closed meanwhile; ask again");
        }
    }

    /** Writes what waits and closes the file. */
    @Override
    public void close() {
        writer.stop();
        try {
            if (!thread.join(CLOSING)) {
                LOG.error("history: the card does not take the last summaries");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
