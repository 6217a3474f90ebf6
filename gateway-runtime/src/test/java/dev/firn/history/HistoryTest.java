package dev.firn.history;

import static dev.firn.history.Weather.AIR;
import static dev.firn.history.Weather.CLOCK;
import static dev.firn.history.Weather.MINUTE;
import static dev.firn.history.Weather.START;
import static dev.firn.history.Weather.WIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.firn.clock.ClockStamp;
import dev.firn.outbox.WriteMeter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static final String AIR_NAME = AIR.toString();
    private static final long ALWAYS = 1L << 50;
    private static final HistoryPace BRISK =
            new HistoryPace(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofHours(1));

    @TempDir
    private Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final WriteMeter meter = new WriteMeter();

    @Test
    void answersWhatWasRecordedAMomentAgoAndAfterARestart() {
        Summary first = Weather.minute(AIR, 1);
        Summary second = Weather.minute(AIR, 2);
        Summary wind = Weather.minute(WIND, 1);
        try (History history = start()) {
            history.record(second, CLOCK);
            history.record(first, CLOCK);
            history.record(wind, CLOCK);
            assertThat(all(history)).containsExactly(new PastSummary(first, CLOCK), new PastSummary(second, CLOCK));
        }
        try (History history = start()) {
            assertThat(history.series()).containsExactly("air/air-temperature", "mast/wind-direction");
            assertThat(all(history)).containsExactly(new PastSummary(first, CLOCK), new PastSummary(second, CLOCK));
            assertThat(history.summaries(WIND.toString(), -ALWAYS, ALWAYS, 10).summaries())
                    .containsExactly(new PastSummary(wind, CLOCK));
            assertThat(history.summaries("nobody/nothing", -ALWAYS, ALWAYS, 10).summaries())
                    .isEmpty();
        }
        assertThat(heard).isEmpty();
        assertThat(meter.bytesOfADay()).isGreaterThanOrEqualTo(8192);
    }

    @Test
    void aQuantityThatOnlyARecordingKnowsComesBack() {
        SeriesId own = new SeriesId("station", new Quantity("snow-drift", "", Quantity.Kind.LEVEL, -1, 1e300));
        Summary summary = Weather.minute(own, 1);
        try (History history = start()) {
            history.record(summary, CLOCK);
        }
        try (History history = start()) {
            assertThat(history.summaries("station/snow-drift", -ALWAYS, ALWAYS, 10)
                            .summaries())
                    .containsExactly(new PastSummary(summary, CLOCK));
        }
    }

    @Test
    void aWindowThatComesAgainTakesThePlaceOfTheFirst() {
        try (History history = start()) {
            history.record(Weather.minute(AIR, 1), CLOCK);
            ClockStamp later = new ClockStamp(START + MINUTE, true, 1);
            history.record(Weather.minute(AIR, 1), later);
            assertThat(all(history)).containsExactly(new PastSummary(Weather.minute(AIR, 1), later));
        }
    }

    @Test
    void pagesGoOnFromTheEndOfTheLastWindowAndLeaveNoneOut() {
        try (History history = start()) {
            for (int minute = 1; minute <= 250; minute++) {
                history.record(Weather.minute(AIR, minute), CLOCK);
                if (minute % 10 == 0) {
                    long end = START + minute * MINUTE;
                    history.record(Weather.window(AIR, end - 10 * MINUTE, end, minute), CLOCK);
                }
            }
            HistoryPage first = history.summaries(AIR_NAME, START + 5 * MINUTE, ALWAYS, 5);
            assertThat(first.more()).isTrue();
            assertThat(first.summaries())
                    .as("minutes 6 to 10, and the ten minutes that end with the last")
                    .hasSize(6)
                    .last()
                    .satisfies(past -> assertThat(past.summary().fromMillis()).isEqualTo(START));
            HistoryPage second = history.summaries(AIR_NAME, START + 10 * MINUTE, START + 250 * MINUTE, 1000);
            assertThat(second.more()).isFalse();
            assertThat(second.summaries()).hasSize(240 + 24);
            assertThat(history.summaries(AIR_NAME, START, START + 3 * MINUTE, 1000)
                            .summaries())
                    .hasSize(3);
        }
    }

    @Test
    void whatIsOlderThanIsKeptGoes() {
        try (History history = start()) {
            history.record(Weather.minute(AIR, 1), CLOCK);
            history.record(Weather.minute(AIR, 60 * 24 * 6), CLOCK);
            await().untilAsserted(() -> assertThat(meter.bytesOfADay()).isPositive());
            assertThat(all(history)).hasSize(2);
            history.record(Weather.minute(AIR, 60 * 24 * 7 + 61), CLOCK);
            await().untilAsserted(() -> assertThat(all(history)).hasSize(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "truncated"})
    void aDamagedFileIsSetAsideLoudlyAndANewOneBegun(String how) throws IOException {
        try (History history = start()) {
            for (int minute = 1; minute <= 5000; minute++) {
                history.record(Weather.minute(AIR, minute), CLOCK);
            }
        }
        damage(settings().file(), how);
        try (History history = start()) {
            await().untilAsserted(() -> {
                for (int minute = 0; minute < 5000; minute += 1000) {
                    long from = START + minute * MINUTE;
                    assertThatCode(() -> history.summaries(AIR_NAME, from, ALWAYS, 1000))
                            .satisfiesAnyOf(
                                    thrown -> assertThat(thrown).isNull(),
                                    thrown -> assertThat(thrown).isInstanceOf(HistoryException.class));
                }
                assertThat(heard).hasSize(1);
            });
            assertThat(heard.getFirst()).startsWith("lost").contains("history.mv.db.damaged");
            history.record(Weather.minute(AIR, 1), CLOCK);
            assertThat(all(history)).hasSize(1);
        }
        assertThat(folder.resolve("history/history.mv.db.damaged")).exists();
        try (History history = start()) {
            assertThat(all(history)).hasSize(1);
        }
        assertThat(heard).hasSize(1);
    }

    @Test
    void aFileCutShortIsUsedAsFarAsItsLastWholeCommit() throws IOException {
        try (HistoryFile file = HistoryFile.open(
                Files.createDirectories(folder.resolve("history")).resolve("history.mv.db"), meter)) {
            for (int minute = 1; minute <= 2000; minute++) {
                file.put(new PastSummary(Weather.minute(AIR, minute), CLOCK));
                if (minute % 100 == 0) {
                    file.commit();
                }
            }
        }
        try (FileChannel channel = FileChannel.open(settings().file(), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        try (History history = start()) {
            List<PastSummary> left = all(history);
            assertThat(left).isNotEmpty();
            for (int minute = 1; minute <= left.size(); minute++) {
                assertThat(left.get(minute - 1).summary()).isEqualTo(Weather.minute(AIR, minute));
            }
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void goesOnByItselfWhenTheCardDoes() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("history"), "a file in the place of the folder");
        try (History history = start()) {
            history.record(Weather.minute(AIR, 1), CLOCK);
            await().until(() -> !heard.isEmpty());
            assertThat(heard).singleElement().asString().startsWith("failed");
            assertThatThrownBy(history::series)
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("FileAlreadyExistsException");
            Files.delete(inTheWay);
            await().until(() -> heard.size() > 1);
            assertThat(heard.get(1)).isEqualTo("back");
            assertThat(all(history)).as("what waited meanwhile is there").hasSize(1);
        }
    }

    @Test
    @SuppressWarnings("try") // closed early: that is what the second one waits for
    void waitsForAnotherProcessThatHasTheFileInsteadOfTakingItAway() {
        try (History other = start()) {
            other.record(Weather.minute(AIR, 1), CLOCK);
            assertThat(all(other)).hasSize(1);
            try (History history = start()) {
                await().until(() -> heard.stream().anyMatch(said -> said.startsWith("failed")));
                other.close();
                await().until(() -> heard.contains("back"));
                assertThat(all(history)).hasSize(1);
            }
        }
        assertThat(folder.resolve("history/history.mv.db.damaged")).doesNotExist();
    }

    @Test
    void whatFindsNoRoomIsCountedAndReported() throws InterruptedException {
        CountDownLatch reporting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Path inTheWay = folder.resolve("history");
        try (History history = History.start(settings(), BRISK, meter, new Heard() {
            @Override
            public void failed(String reason) {
                reporting.countDown();
                awaitQuietly(goOn);
            }
        })) {
            Files.writeString(inTheWay, "in the way");
            history.record(Weather.minute(AIR, 1), CLOCK);
            reporting.await();
            for (int minute = 2; minute <= History.MOST_WAITING + 100; minute++) {
                history.record(Weather.minute(AIR, minute), CLOCK);
            }
            goOn.countDown();
            await().until(() -> heard.contains("dropped " + 99) || heard.contains("dropped " + 100));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFileKeepsToItsBytesAndToTheNewestRows() {
        HistorySettings small = new HistorySettings(
                folder.resolve("history"), HistorySettings.DEFAULT_KEPT, HistorySettings.LEAST_BYTES);
        int minutes = 60_000;
        try (History history = History.start(small, BRISK, meter, new Heard())) {
            for (int minute = 1; minute <= minutes; minute++) {
                // In the same seven days, so that it is not age that makes room.
                long to = START + minute * 1000L;
                Summary summary = Weather.window(AIR, to - 1000, to, minute);
                history.record(summary, CLOCK);
                if (minute % 2000 == 0) {
                    history.series();
                }
            }
            long last = START + minutes * 1000L;
            assertThat(history.summaries(AIR_NAME, last - 1000, ALWAYS, 10).summaries())
                    .hasSize(1);
        }
        assertThat(small.file().toFile().length()).isLessThan(small.maxBytes() * 5 / 4);
        try (History history = start()) {
            HistoryPage oldest = history.summaries(AIR_NAME, -ALWAYS, ALWAYS, 1);
            assertThat(oldest.summaries().getFirst().summary().toMillis()).isGreaterThan(START + 1000 * 1000L);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aRowWithOneWrongBitIsDamage() {
        PastSummary past = new PastSummary(Weather.minute(AIR, 7), CLOCK);
        RowKey key = RowKey.of(past.summary(), 3);
        byte[] row = RowFormat.encode(key, past);
        assertThat(RowFormat.decode(AIR, key, row)).isEqualTo(past);
        assertThat(past.summary().flag()).isEqualTo(QualityFlag.SUSPECT);
        for (int bit = 0; bit < row.length * 8; bit++) {
            row[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> RowFormat.decode(AIR, key, row)).isInstanceOf(DamageException.class);
            row[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    private static void damage(Path file, String how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (how.equals("truncated")) {
                channel.truncate(6000);
            } else {
                channel.write(ByteBuffer.wrap(noise((int) channel.size())), 0);
            }
        }
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static List<PastSummary> all(History history) {
        return history.summaries(AIR_NAME, -ALWAYS, ALWAYS, History.MOST_ASKED).summaries();
    }

    private History start() {
        return History.start(settings(), BRISK, meter, new Heard());
    }

    private HistorySettings settings() {
        return new HistorySettings(
                folder.resolve("history"), HistorySettings.DEFAULT_KEPT, HistorySettings.DEFAULT_BYTES);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private class Heard implements HistoryListener {

        @Override
        public void lost(String reason) {
            heard.add("lost " + reason);
        }

        @Override
        public void failed(String reason) {
            heard.add("failed " + reason);
        }

        @Override
        public void back() {
            heard.add("back");
        }

        @Override
        public void dropped(long count) {
            heard.add("dropped " + count);
        }
    }
}
