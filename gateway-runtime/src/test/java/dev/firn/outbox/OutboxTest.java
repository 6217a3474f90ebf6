package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NOW = Duration.ZERO;

    @TempDir
    private Path directory;

    private final Witness witness = new Witness();

    @Test
    void givesRecordsInOrderWithNumbersFromOne() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 3);
            assertThat(take(outbox, 3)).containsExactly("1=record 1", "2=record 2", "3=record 3");
        }
    }

    @Test
    void goesOnWithNumbersAndEpochAfterReopening() throws Exception {
        UUID epoch;
        try (Outbox outbox = open()) {
            epoch = outbox.epoch();
            append(outbox, 2);
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.epoch()).isEqualTo(epoch);
            assertThat(outbox.append(bytes("record 3"), false, Origin.TIMELESS)).isEqualTo(OptionalLong.of(3));
            assertThat(take(outbox, 3)).containsExactly("1=record 1", "2=record 2", "3=record 3");
        }
    }

    @Test
    void sendsAgainAfterReopeningOnlyWhatWasNotAcknowledged() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 4);
            take(outbox, 4);
            outbox.acknowledge(2);
            outbox.acknowledge(1);
            outbox.acknowledge(4);
            assertThat(outbox.pending()).isEqualTo(1);
        }
        try (Outbox outbox = open()) {
            // 4 goes out twice: only the watermark is on disk, not what was acknowledged beyond it.
            assertThat(take(outbox, 2)).containsExactly("3=record 3", "4=record 4");
        }
    }

    @Test
    void rewindRepeatsTheUnacknowledgedAndSkipsTheRest() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 4);
            take(outbox, 4);
            outbox.acknowledge(1);
            outbox.acknowledge(3);
            outbox.rewind();
            assertThat(take(outbox, 2)).containsExactly("2=record 2", "4=record 4");
            assertThat(outbox.next(NOW)).isEmpty();
        }
    }

    @Test
    void tellsWhenEverythingIsAcknowledged() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 2);
            take(outbox, 2);
            outbox.acknowledge(2);
            assertThat(witness.drained).hasValue(0);
            outbox.acknowledge(1);
            assertThat(witness.drained).hasValue(1);
            assertThat(outbox.pending()).isZero();
        }
    }

    @Test
    void cutsATornTailAndReusesItsNumber() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 3);
            take(outbox, 3);
        }
        Path segment = segments().getFirst();
        truncate(segment, Files.size(segment) - 2);
        try (Outbox outbox = open()) {
            assertThat(outbox.append(bytes("again"), false, Origin.TIMELESS)).isEqualTo(OptionalLong.of(3));
            assertThat(take(outbox, 3)).containsExactly("1=record 1", "2=record 2", "3=again");
        }
    }

    @Test
    void cutsATailOfZeroesThatAPowerCutLeft() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 2);
            take(outbox, 2);
        }
        Path segment = segments().getFirst();
        truncate(segment, Files.size(segment) + 4096);
        try (Outbox outbox = open()) {
            assertThat(outbox.append(bytes("next"), false, Origin.TIMELESS)).isEqualTo(OptionalLong.of(3));
            assertThat(take(outbox, 3)).containsExactly("1=record 1", "2=record 2", "3=next");
        }
    }

    @Test
    void stepsOverADamagedRecordAndSaysWhichIsGone() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 3);
            take(outbox, 3);
        }
        flipByte(segments().getFirst(), SegmentHeader.BYTES + RecordFormat.OVERHEAD + 2);
        try (Outbox outbox = open()) {
            assertThat(take(outbox, 2)).containsExactly("2=record 2", "3=record 3");
            assertThat(witness.lost).containsExactly(new SeqRange(1, 1));
            outbox.acknowledge(2);
            outbox.acknowledge(3);
            assertThat(outbox.pending()).isZero();
        }
    }

    @Test
    void neverGivesANumberAgainThatTheReceiverHasAcknowledged() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 3);
            take(outbox, 3);
            LongStream.rangeClosed(1, 3).forEach(outbox::acknowledge);
        }
        Path segment = segments().getFirst();
        truncate(segment, SegmentHeader.BYTES);
        try (Outbox outbox = open()) {
            assertThat(outbox.append(bytes("new"), false, Origin.TIMELESS)).isEqualTo(OptionalLong.of(4));
            assertThat(take(outbox, 1)).containsExactly("4=new");
        }
    }

    @Test
    void forgetsASegmentThatWasBeingMadeWhenThePowerFailed() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 2);
            take(outbox, 2);
        }
        Files.write(Segment.in(directory, 3).path(), new byte[11]);
        try (Outbox outbox = open()) {
            assertThat(outbox.append(bytes("record 3"), false, Origin.TIMELESS)).isEqualTo(OptionalLong.of(3));
            assertThat(take(outbox, 3)).containsExactly("1=record 1", "2=record 2", "3=record 3");
        }
    }

    @Test
    void keepsTheRecordsOfASegmentWithADamagedHeader() throws Exception {
        UUID epoch;
        try (Outbox outbox = open()) {
            epoch = outbox.epoch();
            fill(outbox, 40, 10_000);
        }
        assertThat(segments()).hasSizeGreaterThan(1);
        flipByte(segments().getLast(), 12);
        try (Outbox outbox = open()) {
            assertThat(outbox.epoch()).isEqualTo(epoch);
            assertThat(take(outbox, 40)).hasSize(40);
            assertThat(witness.lost).isEmpty();
        }
    }

    @Test
    void beginsANewEpochWhenNothingOfTheOldCanBeRead() throws Exception {
        UUID epoch;
        try (Outbox outbox = open()) {
            epoch = outbox.epoch();
            append(outbox, 1);
        }
        flipByte(segments().getFirst(), 12);
        try (Outbox outbox = open()) {
            assertThat(outbox.epoch()).isNotEqualTo(epoch);
            assertThat(outbox.append(bytes("first"), false, Origin.TIMELESS)).isEqualTo(OptionalLong.of(1));
        }
        assertThat(directory.toFile().list()).anyMatch(name -> name.endsWith(".damaged"));
    }

    @Test
    void dropsTheOldestAtItsByteLimitAndSaysWhichAreGone() throws Exception {
        try (Outbox outbox = open()) {
            fill(outbox, 300, 10_000);
            List<String> left = take(outbox, 1);
            long firstLeft = Long.parseLong(left.getFirst(), 0, left.getFirst().indexOf('='), 10);
            assertThat(firstLeft).isGreaterThan(1);
            assertThat(witness.lost.getFirst().from()).isEqualTo(1);
            assertThat(witness.lost.getLast().to()).isEqualTo(firstLeft - 1);
            assertThat(witness.lost.stream().mapToLong(SeqRange::size).sum()).isEqualTo(firstLeft - 1);
            assertThat(outbox.bytes()).isLessThanOrEqualTo(OutboxSettings.LEAST_BYTES);
            assertThat(outbox.pending()).isEqualTo(300 - firstLeft + 1);
        }
    }

    @Test
    void appendsAnewWhatIsKeptWhenItsSegmentIsDropped() throws Exception {
        try (Outbox outbox = open()) {
            outbox.append(bytes("alarm"), true, Origin.TIMELESS);
            fill(outbox, 300, 10_000);
            // Dropped more than once on the way, it is still among what is left.
            List<String> left = take(outbox, (int) outbox.pending());
            assertThat(left).filteredOn(text -> text.endsWith("=alarm")).hasSize(1);
            assertThat(left.getFirst()).doesNotEndWith("=alarm");
        }
    }

    @Test
    void saysOldRecordsInFewerBeforeItDropsThem() throws Exception {
        Condenser condenser = records -> new Condenser.Condensed(
                List.of(new Condenser.Replacement(bytes(records.size() + " in one"), Origin.TIMELESS)),
                records.size(),
                7,
                8);
        try (Outbox outbox = Outbox.open(settings(directory), condenser, new WriteMeter(), witness)) {
            fill(outbox, 120, 10_000);
            DropReport first = witness.drops.getFirst();
            assertThat(first.range().from()).isEqualTo(1);
            assertThat(first.fromMillis()).isEqualTo(7);
            assertThat(first.toMillis()).isEqualTo(8);
            assertThat(first.condensed()).isEqualTo((int) first.range().size());
            assertThat(first.into()).isEqualTo(1);
            assertThat(first.lost()).isZero();
            List<String> left = take(outbox, (int) outbox.pending());
            assertThat(left).filteredOn(text -> text.endsWith(" in one")).hasSameSizeAs(witness.drops);
            assertThat(outbox.bytes()).isLessThanOrEqualTo(OutboxSettings.LEAST_BYTES);
        }
    }

    @Test
    void remembersWhenARecordWasMade() throws Exception {
        Origin unsettled = new Origin(UUID.randomUUID(), 123, -5, false);
        Origin settled = new Origin(UUID.randomUUID(), Long.MAX_VALUE, 1, true);
        try (Outbox outbox = open()) {
            outbox.append(bytes("one"), true, unsettled);
            outbox.append(bytes("two"), false, settled);
            outbox.sync();
            awaitSynced(outbox, 2);
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.next(PATIENCE).map(OutboxRecord::origin)).contains(unsettled);
            Optional<OutboxRecord> second = outbox.next(PATIENCE);
            assertThat(second.map(OutboxRecord::origin)).contains(settled);
            assertThat(second.map(OutboxRecord::kept)).contains(false);
        }
    }

    @Test
    void whatIsNewAndAlarmsOvertakeALongBacklog() throws Exception {
        try (Outbox outbox = open()) {
            append(outbox, 400);
            outbox.append(bytes("alarm"), true, Origin.TIMELESS);
            append(outbox, 10);
            awaitSynced(outbox, 411);
            outbox.rewind();
            outbox.append(bytes("new"), false, Origin.TIMELESS);
            awaitSynced(outbox, 412);
            assertThat(take(outbox, 4)).containsExactly("401=alarm", "412=new", "1=record 1", "2=record 2");
            List<String> rest = take(outbox, 408);
            assertThat(rest).doesNotContain("401=alarm").endsWith("411=record 10");
        }
    }

    @Test
    void leavesTheRoomOfDeletedSegmentsToTheCard() throws Exception {
        try (Outbox outbox = open()) {
            fill(outbox, 280, 3000);
            outbox.rewind(); // behind a long backlog
            fill(outbox, 45, 3000);
            take(outbox, 325);
            LongStream.rangeClosed(1, 325).forEach(outbox::acknowledge);
            await().atMost(PATIENCE).until(() -> segments().size() == 1);
            assertThat(outbox.next(Duration.ZERO)).isEmpty();
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                assertThat(open.map(OutboxTest::target))
                        .noneMatch(file -> file.startsWith(directory.toString()) && file.endsWith("(deleted)"));
            }
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    @Test
    void doesNotRepeatWhatIsKeptAndAcknowledged() throws Exception {
        try (Outbox outbox = open()) {
            outbox.append(bytes("alarm"), true, Origin.TIMELESS);
            take(outbox, 1);
            outbox.acknowledge(1);
            fill(outbox, 300, 10_000);
            assertThat(take(outbox, (int) outbox.pending())).noneMatch(text -> text.endsWith("=alarm"));
        }
    }

    @Test
    void deletesSegmentsThatAreAcknowledged() throws Exception {
        try (Outbox outbox = open()) {
            fill(outbox, 60, 10_000);
            assertThat(segments()).hasSizeGreaterThan(2);
            take(outbox, 60);
            LongStream.rangeClosed(1, 60).forEach(outbox::acknowledge);
            await().atMost(PATIENCE).until(() -> segments().size() == 1);
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.pending()).isZero();
            assertThat(witness.lost).isEmpty();
        }
    }

    @Test
    void announcesWhatWasDroppedOnceMoreWhenNothingSaysThatItWasTold() throws Exception {
        try (Outbox outbox = open()) {
            fill(outbox, 300, 10_000);
        }
        long lastDropped = witness.lost.getLast().to();
        witness.lost.clear();
        try (Outbox outbox = open()) {
            assertThat(witness.lost).containsExactly(new SeqRange(1, lastDropped));
            take(outbox, 1);
            outbox.acknowledge(lastDropped + 1);
        }
        witness.lost.clear();
        try (Outbox outbox = open()) {
            assertThat(witness.lost).isEmpty();
            assertThat(outbox.pending()).isEqualTo(300 - lastDropped - 1);
        }
    }

    @Test
    void makesASourceWaitUntilThereIsRoom() throws Exception {
        try (Outbox outbox = open()) {
            fill(outbox, 90, 10_000);
            Thread source = Thread.ofVirtual().start(() -> {
                try {
                    outbox.awaitRoom();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            await().atMost(PATIENCE).until(() -> source.getState() == Thread.State.WAITING);
            take(outbox, 90);
            LongStream.rangeClosed(1, 90).forEach(outbox::acknowledge);
            assertThat(source.join(PATIENCE)).isTrue();
            assertThat(witness.lost).isEmpty();
        }
    }

    @Test
    void refusesADirectoryThatAnotherHasOpen() {
        Outbox first = open();
        try (first) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by another gateway");
        }
    }

    @Test
    void refusesADirectoryThatIsAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> Outbox.open(settings(file), Condenser.NONE, new WriteMeter(), witness))
                .isInstanceOf(OutboxException.class)
                .hasMessageContaining("cannot be used");
    }

    private Outbox open() {
        return Outbox.open(settings(directory), Condenser.NONE, new WriteMeter(), witness);
    }

    private static OutboxSettings settings(Path directory) {
        return new OutboxSettings(directory, OutboxSettings.LEAST_BYTES, Duration.ofMillis(1));
    }

    private static void append(Outbox outbox, int count) {
        for (int i = 1; i <= count; i++) {
            outbox.append(bytes("record " + i), false, Origin.TIMELESS);
        }
    }

    /** Appends records of that size and waits until they are on the card. */
    private static void fill(Outbox outbox, int count, int size) throws InterruptedException {
        for (int i = 1; i <= count; i++) {
            long seq = outbox.append(new byte[size], false, Origin.TIMELESS).orElseThrow();
            outbox.sync();
            awaitSynced(outbox, seq);
        }
    }

    private static void awaitSynced(Outbox outbox, long seq) {
        await().pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(() -> outbox.syncedSeq() >= seq);
    }

    private static List<String> take(Outbox outbox, int count) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            Optional<OutboxRecord> next = outbox.next(PATIENCE);
            assertThat(next).as("record %d", taken.size() + 1).isPresent();
            next.ifPresent(found -> taken.add(found.seq() + "=" + new String(found.payload(), StandardCharsets.UTF_8)));
        }
        return taken;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Segment::isOne).sorted().toList();
        }
    }

    private static void truncate(Path file, long size) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(size);
        }
    }

    private static void flipByte(Path file, int offset) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[offset] ^= 0x40;
        Files.write(file, content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Witness implements OutboxListener {
        private final List<SeqRange> lost = new CopyOnWriteArrayList<>();
        private final List<DropReport> drops = new CopyOnWriteArrayList<>();
        private final AtomicInteger drained = new AtomicInteger();

        @Override
        public void dropped(DropReport report) {
            drops.add(report);
            lost.add(report.range());
        }

        @Override
        public void lost(SeqRange range, String reason) {
            lost.add(range);
        }

        @Override
        public void storageFailed(boolean failing, String reason) {
            throw new AssertionError("storage failed: " + reason);
        }

        @Override
        public void drained() {
            drained.incrementAndGet();
        }
    }
}
