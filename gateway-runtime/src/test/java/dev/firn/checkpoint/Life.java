package dev.firn.checkpoint;

import static org.awaitility.Awaitility.await;

import dev.firn.clock.ClockStamp;
import dev.firn.outbox.Condenser;
import dev.firn.outbox.DropReport;
import dev.firn.outbox.Origin;
import dev.firn.outbox.Outbox;
import dev.firn.outbox.OutboxListener;
import dev.firn.outbox.OutboxSettings;
import dev.firn.outbox.SeqRange;
import dev.firn.outbox.WriteMeter;
import dev.firn.pipeline.Pipeline;
import dev.firn.pipeline.PipelineSettings;
import dev.firn.source.Delivery;
import dev.firn.source.Receipt;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import dev.firn.uplink.OutboundMessage.OfSummary;
import dev.firn.uplink.OutboxPayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A run of a gateway without its loop, from a start to a crash: the files as they are when {@link #crash} is called. */
final class Life implements AutoCloseable {

    static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    static final long WINDOW = 1000;

    private static final Duration NEVER = Duration.ofHours(1);

    final Outbox outbox;
    final Checkpoints checkpoints;
    final Pipeline pipeline = new Pipeline(PipelineSettings.inWindowsOf(WINDOW));
    final Optional<String> damage;
    /** Ids of messages whose source was told that they are safe. */
    final Set<Integer> safe = Collections.synchronizedSet(new TreeSet<>());

    final List<Summary> summaries = new ArrayList<>();

    private final Path folder;

    Life(Path folder) {
        this.folder = folder;
        outbox = Outbox.open(
                new OutboxSettings(folder, OutboxSettings.LEAST_BYTES, Duration.ofMillis(1)),
                Condenser.NONE,
                new WriteMeter(),
                new Deaf());
        checkpoints = Checkpoints.open(folder, outbox, NEVER, Long.MAX_VALUE);
        damage = checkpoints.takeUp(pipeline, this::closed);
        await().until(() -> !checkpoints.isBusy());
    }

    /** A message comes; {@return whether it was new} */
    boolean deliver(int id, long millis, double value, boolean again) {
        Delivery delivery = new Delivery(
                receipt(), id, Double.hashCode(value), again, millis, 0, List.of(new Delivery.Value(AIR, value)));
        boolean isNew = checkpoints.enter(delivery, millis);
        if (isNew) {
            pipeline.accept(Reading.of(AIR, millis, value), this::closed);
        }
        return isNew;
    }

    /** A reading of a sensor, which nobody brings again. */
    void measure(long millis, double value) {
        pipeline.accept(Reading.of(AIR, millis, value), this::closed);
    }

    void pass(long millis) {
        checkpoints.timePasses(pipeline, millis);
        pipeline.advanceTo(millis, this::closed);
    }

    void checkpoint() {
        checkpoints.keep(pipeline);
    }

    void closeAll() {
        pipeline.closeAll(this::closed);
    }

    void awaitSafe(int id) {
        await().until(() -> safe.contains(id));
    }

    void awaitSent() throws InterruptedException {
        outbox.awaitSafe(outbox.nextSeq(), Duration.ofSeconds(20));
    }

    /** A copy of the files as a crash would leave them; this life goes on without being seen. */
    Path crash(Path into) throws IOException {
        Files.createDirectories(into);
        // The outbox first: a journal that is ahead of it is what a crash leaves, never one that is behind.
        copy(into, false);
        copy(into, true);
        return into;
    }

    private void copy(Path into, boolean journals) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(found -> JournalFormat.isJournal(found) == journals)
                    .toList()) {
                Files.copy(file, into.resolve(file.getFileName()));
            }
        }
    }

    private void closed(Summary summary) {
        summaries.add(summary);
        byte[] payload = OutboxPayload.encode(new OfSummary(summary, new ClockStamp(0, true, 0)));
        outbox.append(payload, false, Origin.TIMELESS);
    }

    private Receipt receipt() {
        return new Receipt() {
            @Override
            public String source() {
                return "broker";
            }

            @Override
            public void safe(int messageId) {
                safe.add(messageId);
            }
        };
    }

    @Override
    public void close() {
        checkpoints.close();
        outbox.close();
    }

    private static final class Deaf implements OutboxListener {
        @Override
        public void dropped(DropReport report) {
            throw new AssertionError(report.toString());
        }

        @Override
        public void lost(SeqRange range, String reason) {
            throw new AssertionError(range + " lost: " + reason);
        }

        @Override
        public void storageFailed(boolean failing, String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void drained() {
            // Nothing is acknowledged.
        }
    }
}
