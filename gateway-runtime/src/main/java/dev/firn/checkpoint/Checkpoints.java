package dev.firn.checkpoint;

import dev.firn.outbox.Outbox;
import dev.firn.pipeline.Pipeline;
import dev.firn.source.Delivery;
import dev.firn.telemetry.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checkpoints of the pipeline at an interval and at the end, and the journal of what sources brought between them.
 *
 * <p>The loop makes the bytes; a thread of its own brings them to the card. What the outbox has sent of windows that the newest
 * checkpoint still has open is kept there until it is not needed any more.
 */
public final class Checkpoints implements WindowStore, AutoCloseable {

    /** However much is sent, this long lies between two checkpoints. */
    private static final long LEAST_NANOS = Duration.ofSeconds(1).toNanos();

    /** How many times rarer they are once the card has borne its share of the day. */
    private static final int SPARING = 20;

    private final Outbox outbox;
    private final long everyNanos;
    private final long mostRecords;
    private final CheckpointWriter writer;
    private final ReadingJournal journal;
    private final KnownMessages messages = new KnownMessages();

    // Owned by the loop's thread.
    private Optional<Recovery> recovery;
    private long generation;
    private long lastNanos;
    private long lastSeq;

    private Checkpoints(Outbox outbox, Duration every, long mostRecords, CheckpointWriter writer, Recovery recovery) {
        this.outbox = outbox;
        this.everyNanos = every.toNanos();
        this.mostRecords = mostRecords;
        this.writer = writer;
        this.recovery = Optional.of(recovery);
        this.generation = recovery.newestGeneration() + 1;
        this.lastSeq = outbox.nextSeq();
        this.journal = new ReadingJournal(writer.folder(), generation, lastSeq, outbox.meter());
    }

    /**
     * Reads what was kept. Before anything is appended to the outbox and before it is sent.
     *
     * @param folder where the files are; there, and this process's alone
     * @param every longest time between two checkpoints
     * @param mostRecords after so many records of the outbox there is one earlier
     */
    public static Checkpoints open(Path folder, Outbox outbox, Duration every, long mostRecords) {
        CheckpointFiles files = new CheckpointFiles(folder, outbox.meter());
        Recovery recovery = Recovery.read(folder, files, outbox);
        outbox.holdFrom(recovery.firstSeq());
        CheckpointWriter writer = new CheckpointWriter(folder, files, outbox, recovery.checkpoint());
        Checkpoints checkpoints = new Checkpoints(outbox, every, mostRecords, writer, recovery);
        outbox.beforeEachWrite(checkpoints.journal::commit);
        return checkpoints;
    }

    @Override
    public Optional<String> takeUp(Pipeline pipeline, Consumer<Summary> closed) {
        Optional<Recovery> found = recovery;
        recovery = Optional.empty();
        Optional<String> damage = found.flatMap(kept -> kept.into(pipeline, messages, closed));
        begin(pipeline);
        return damage;
    }

    @Override
    public boolean enter(Delivery delivery, long timeMillis) {
        if (messages.has(delivery)) {
            journal.enterAgain(delivery);
            return false;
        }
        messages.add(delivery.receipt().source(), delivery.messageId(), delivery.checksum());
        journal.enter(delivery, timeMillis);
        return true;
    }

    @Override
    public void timePasses(Pipeline pipeline, long millis) {
        if (messages.isOfSomebody() && pipeline.nextDeadlineMillis() <= millis) {
            journal.timePassed(millis);
        }
    }

    @Override
    public void beginAnew(Pipeline pipeline) {
        if (recovery.isEmpty()) {
            begin(pipeline);
        }
    }

    @Override
    public void glance(Pipeline pipeline) {
        long age = System.nanoTime() - lastNanos;
        long interval = outbox.isOverBudget() ? everyNanos * SPARING : everyNanos;
        boolean due = age >= interval || (age >= LEAST_NANOS && outbox.nextSeq() - lastSeq >= mostRecords);
        if (due && recovery.isEmpty() && !writer.isBusy()) {
            begin(pipeline);
        }
    }

    @Override
    public boolean keep(Pipeline pipeline) {
        return recovery.isEmpty() && writer.writeNow(next(pipeline));
    }

    /** Whether a checkpoint is on its way to the card. */
    boolean isBusy() {
        return writer.isBusy();
    }

    private void begin(Pipeline pipeline) {
        writer.write(next(pipeline));
    }

    private Checkpoint next(Pipeline pipeline) {
        generation++;
        lastNanos = System.nanoTime();
        lastSeq = outbox.nextSeq();
        journal.begin(generation, lastSeq);
        return new Checkpoint(generation, lastSeq, pipeline.save(), messages.save());
    }

    /** Ends the threads; before the outbox is closed. */
    @Override
    public void close() {
        writer.close();
        journal.close();
    }
}
