package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others hold back in the outbox, or want done before it writes. */
class OutboxHoldTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A third of a segment, so that four records are in more than one. */
    private static final int BYTES = (int) OutboxSettings.LEAST_BYTES / 24;

    @TempDir
    private Path directory;

    @Test
    void acknowledgedRecordsStayWhileSomebodyNeedsThem() throws Exception {
        try (Outbox outbox = open()) {
            outbox.holdFrom(2);
            deliver(outbox, 12);
            assertThat(seqsFrom(2, outbox)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
            outbox.holdFrom(12);
            deliver(outbox, 1);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(segments()).isLessThan(3));
        }
    }

    @Test
    void recordsAreReadAcrossSegmentsAfterReopening() throws Exception {
        try (Outbox outbox = open()) {
            outbox.holdFrom(1);
            deliver(outbox, 8);
        }
        try (Outbox outbox = open()) {
            assertThat(seqsFrom(5, outbox)).containsExactly(5L, 6L, 7L, 8L);
            assertThat(outbox.nextSeq()).isEqualTo(9);
        }
    }

    @Test
    void atTheByteLimitTheyGo() throws Exception {
        try (Outbox outbox = open()) {
            outbox.holdFrom(1);
            deliver(outbox, 48);
            assertThat(outbox.bytes()).isLessThanOrEqualTo(OutboxSettings.LEAST_BYTES);
        }
    }

    @Test
    void nothingIsWrittenBeforeWhatItRestsOn() throws Exception {
        AtomicBoolean refused = new AtomicBoolean(true);
        try (Outbox outbox = open()) {
            outbox.beforeEachWrite(() -> {
                if (refused.getAndSet(false)) {
                    throw new IOException("not yet");
                }
                assertThat(outbox.syncedSeq()).isZero();
            });
            outbox.append(new byte[] {1}, false, Origin.TIMELESS);
            assertThat(outbox.awaitSafe(2, PATIENCE)).isTrue();
            assertThat(refused).isFalse();
        }
    }

    private static void deliver(Outbox outbox, int count) throws InterruptedException {
        for (int nth = 0; nth < count; nth++) {
            outbox.append(new byte[BYTES], false, Origin.TIMELESS);
            long seq = outbox.next(PATIENCE).orElseThrow().seq();
            outbox.acknowledge(seq);
        }
        assertThat(outbox.awaitDrained(PATIENCE)).isTrue();
    }

    private static List<Long> seqsFrom(long seq, Outbox outbox) {
        List<Long> seqs = new ArrayList<>();
        outbox.recordsFrom(seq, found -> seqs.add(found.seq()));
        return seqs;
    }

    private long segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Segment::isOne).count();
        }
    }

    private Outbox open() {
        return Outbox.open(
                new OutboxSettings(directory, OutboxSettings.LEAST_BYTES, Duration.ofMillis(1)),
                Condenser.NONE,
                new WriteMeter(),
                new Deaf());
    }

    private static final class Deaf implements OutboxListener {
        @Override
        public void dropped(DropReport report) {
            // At the limit what is held goes.
        }

        @Override
        public void lost(SeqRange range, String reason) {
            throw new AssertionError(range + " lost: " + reason);
        }

        @Override
        public void storageFailed(boolean failing, String reason) {
            // One test makes it fail.
        }

        @Override
        public void drained() {
            // Each record is acknowledged at once.
        }
    }
}
