package dev.firn.checkpoint;

import dev.firn.outbox.Outbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings checkpoints to the card, on a thread of its own, and lets go of what only older ones needed. */
final class CheckpointWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);

    /** For the summaries of windows that the checkpoint has no more: before they are safe, it must not be there. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final CheckpointFiles files;
    private final Outbox outbox;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("checkpoints").daemon().factory());
    private volatile boolean busy;

    // Owned by the thread.
    private Optional<Checkpoint> newest;
    private boolean failing;

    CheckpointWriter(Path folder, CheckpointFiles files, Outbox outbox, Optional<Checkpoint> newest) {
        this.folder = folder;
        this.files = files;
        this.outbox = outbox;
        this.newest = newest;
    }

    Path folder() {
        return folder;
    }

    boolean isBusy() {
        return busy;
    }

    /** Begins to write; returns at once. */
    void write(Checkpoint checkpoint) {
        busy = true;
        thread.execute(() -> {
            bring(checkpoint);
            busy = false;
        });
    }

    /** Writes and waits; {@return whether it is safe} */
    boolean writeNow(Checkpoint checkpoint) {
        try {
            return thread.submit(() -> bring(checkpoint)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            LOG.error("windows: cannot be kept", e);
            return false;
        }
    }

    private boolean bring(Checkpoint checkpoint) {
        try {
            if (!outbox.awaitSafe(checkpoint.nextSeq(), PATIENCE)) {
                report(true, "the outbox cannot be written");
                return false;
            }
            files.write(checkpoint);
            // Should the newest be damaged one day, the one before is taken up: both need what came after.
            Checkpoint older = newest.orElse(checkpoint);
            newest = Optional.of(checkpoint);
            outbox.holdFrom(older.nextSeq());
            ReadingJournal.deleteBefore(older.generation(), folder);
            report(false, "");
            return true;
        } catch (IOException e) {
            report(true, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void report(boolean nowFailing, String reason) {
        if (nowFailing && !failing) {
            LOG.error("windows: cannot be kept in {}: {}", folder, reason);
        } else if (failing && !nowFailing) {
            LOG.info("windows: can be kept again");
        }
        failing = nowFailing;
    }

    @Override
    public void close() {
        thread.close();
    }
}
