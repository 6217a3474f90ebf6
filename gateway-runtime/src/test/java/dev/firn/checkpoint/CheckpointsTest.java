package dev.firn.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.telemetry.Summary;
import dev.firn.uplink.OutboxPayload;
import dev.firn.uplink.SummaryKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one life leaves behind for the next. */
class CheckpointsTest {

    private static final boolean FIRST = false;
    private static final boolean AGAIN = true;

    @TempDir
    private Path directory;

    @Test
    void afterACrashAWindowHasTheReadingsUpToTheCheckpoint() throws IOException {
        Path left;
        try (Life life = first()) {
            life.measure(100, 1);
            life.measure(200, 3);
            life.checkpoint();
            life.measure(300, 100);
            left = life.crash(directory.resolve("second"));
        }
        try (Life life = new Life(left)) {
            assertThat(life.damage).isEmpty();
            life.measure(400, 5);
            life.closeAll();
            assertThat(life.summaries).singleElement().satisfies(summary -> {
                assertThat(summary.count()).isEqualTo(3);
                assertThat(summary.mean()).isEqualTo(3);
            });
        }
    }

    @Test
    void whatASourceWasToldToBeSafeIsThere() throws IOException {
        Path left;
        try (Life life = first()) {
            life.deliver(1, 100, 1, FIRST);
            life.checkpoint();
            life.deliver(2, 200, 3, FIRST);
            life.deliver(3, 300, 5, FIRST);
            life.awaitSafe(3);
            left = life.crash(directory.resolve("second"));
        }
        assertThat(countOfAll(left)).isEqualTo(3);
    }

    @Test
    void whatIsSentAgainIsNotCountedAgainEvenAfterACrash() throws IOException {
        Path left;
        try (Life life = first()) {
            life.deliver(1, 100, 1, FIRST);
            life.checkpoint();
            life.deliver(2, 200, 3, FIRST);
            assertThat(life.deliver(2, 200, 3, AGAIN)).as("connected again").isFalse();
            life.awaitSafe(2);
            left = life.crash(directory.resolve("second"));
        }
        try (Life life = new Life(left)) {
            assertThat(life.deliver(1, 100, 1, AGAIN)).as("in the checkpoint").isFalse();
            assertThat(life.deliver(2, 200, 3, AGAIN)).as("in the journal").isFalse();
            life.awaitSafe(1);
            life.awaitSafe(2);
            assertThat(life.deliver(2, 300, 4, AGAIN)).as("another one").isTrue();
            assertThat(life.deliver(1, 400, 1, FIRST))
                    .as("a new one of the same id")
                    .isTrue();
            life.closeAll();
            assertThat(life.summaries).extracting(Summary::count).containsExactly(4L);
        }
    }

    @Test
    void aWindowThatHasLeftIsNotSentAgain() throws Exception {
        Path left;
        try (Life life = first()) {
            life.measure(100, 1);
            life.deliver(1, 200, 3, FIRST);
            life.checkpoint();
            life.deliver(2, 300, 5, FIRST);
            life.pass(Life.WINDOW);
            life.awaitSent();
            assertThat(life.summaries).hasSize(1);
            left = life.crash(directory.resolve("second"));
        }
        try (Life life = new Life(left)) {
            life.deliver(3, 400, 7, FIRST);
            life.deliver(4, 1400, 7, FIRST);
            life.closeAll();
            assertThat(life.summaries)
                    .as("only what came after")
                    .extracting(Summary::fromMillis)
                    .containsExactly(1000L);
            assertThat(life.pipeline.lateReadings()).isEqualTo(1);
        }
    }

    @Test
    void aWindowOfASensorThatHasLeftIsNotSentAgainEither() throws Exception {
        Path left;
        try (Life life = first()) {
            life.measure(100, 1);
            life.checkpoint();
            life.pass(Life.WINDOW);
            life.awaitSent();
            left = life.crash(directory.resolve("second"));
        }
        try (Life life = new Life(left)) {
            life.measure(1400, 7);
            life.closeAll();
            assertThat(life.summaries).extracting(Summary::fromMillis).containsExactly(1000L);
        }
    }

    @Test
    void damagedCheckpointGivesWayToTheOneBefore() throws IOException {
        Path left;
        try (Life life = first()) {
            life.deliver(1, 100, 1, FIRST);
            life.checkpoint();
            life.deliver(2, 200, 3, FIRST);
            life.checkpoint();
            life.deliver(3, 300, 5, FIRST);
            life.awaitSafe(3);
            left = life.crash(directory.resolve("second"));
        }
        Files.writeString(left.resolve("windows.state"), "damage");
        assertThat(countOfAll(left)).isEqualTo(3);
        assertThat(left.resolve("windows.state.damaged")).exists();
        assertThat(countOfAll(left)).as("nothing more is there").isZero();
    }

    @Test
    void whenNoCheckpointCanBeReadItSaysSoAndTheJournalsAreStillThere() throws IOException {
        Path left;
        try (Life life = first()) {
            life.deliver(1, 100, 1, FIRST);
            life.checkpoint();
            life.deliver(2, 200, 3, FIRST);
            life.awaitSafe(2);
            left = life.crash(directory.resolve("second"));
        }
        Files.writeString(left.resolve("windows.state"), "damage");
        Files.writeString(left.resolve("windows.state.previous"), "no windows");
        try (Life life = new Life(left)) {
            assertThat(life.damage)
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .contains("sum", "windows.state.damaged", "windows.state.previous.damaged"));
            life.closeAll();
            assertThat(life.summaries).extracting(Summary::count).containsExactly(2L);
        }
    }

    @Test
    void stoppedLifeGoesOnAsIfItHadNotStopped() throws IOException {
        try (Life life = first()) {
            life.deliver(1, 100, 1, FIRST);
            life.checkpoint();
        }
        assertThat(countOfAll(directory.resolve("first"))).isEqualTo(1);
    }

    /** Messages come, time passes, checkpoints are made and lives end at any moment: every message is in one summary, once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nothingIsLostAndNothingCountedTwiceOverManyLives(long seed) throws Exception {
        Random random = new Random(seed);
        Path folder = directory.resolve("life-0");
        Files.createDirectories(folder);
        Life life = new Life(folder);
        Map<Integer, Sent> unacknowledged = new TreeMap<>();
        long sent = 0;
        long millis = 0;
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(20)) {
                case 0 -> life.checkpoint();
                case 1, 2 -> life.pass(millis + 1);
                case 3 -> life.awaitSent();
                case 4 -> {
                    List.copyOf(life.safe).forEach(unacknowledged::remove);
                    Life before = life;
                    folder = life.crash(directory.resolve("life-" + (step + 1)));
                    before.close();
                    life = new Life(folder);
                    for (Sent message : List.copyOf(unacknowledged.values())) {
                        life.deliver(message.id(), message.millis(), message.value(), AGAIN);
                    }
                }
                default -> {
                    millis += random.nextInt(200);
                    sent++;
                    Sent message = new Sent((int) sent, millis, random.nextDouble());
                    unacknowledged.put(message.id(), message);
                    life.deliver(message.id(), message.millis(), message.value(), FIRST);
                }
            }
        }
        life.closeAll();
        life.awaitSent();
        assertThat(life.pipeline.lateReadings()).isZero();
        List<SummaryKey> keys = new ArrayList<>();
        long[] count = {0};
        life.outbox.recordsFrom(1, found -> {
            keys.add(OutboxPayload.summaryKey(found.payload()).orElseThrow());
            count[0] += count(new String(found.payload(), StandardCharsets.UTF_8));
        });
        life.close();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(count[0]).isEqualTo(sent);
    }

    private record Sent(int id, long millis, double value) {}

    private static long count(String summary) {
        int at = summary.indexOf("\"count\":") + 8;
        return Long.parseLong(summary.substring(at, summary.indexOf(',', at)));
    }

    private Life first() throws IOException {
        return new Life(Files.createDirectories(directory.resolve("first")));
    }

    private static long countOfAll(Path left) {
        try (Life life = new Life(left)) {
            assertThat(life.damage).isEmpty();
            life.closeAll();
            life.checkpoint();
            return life.summaries.stream().mapToLong(Summary::count).sum();
        }
    }
}
