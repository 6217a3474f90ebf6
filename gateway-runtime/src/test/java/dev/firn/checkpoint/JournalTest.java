package dev.firn.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.outbox.WriteMeter;
import dev.firn.source.Delivery;
import dev.firn.source.Receipt;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to a journal is read back, up to where the power failed. */
class JournalTest {

    private static final SeriesId AIR = new SeriesId("hut.a", Quantity.AIR_TEMPERATURE);
    private static final SeriesId HUMIDITY = new SeriesId("hut.a", Quantity.unknown("humidity", "%"));

    @TempDir
    private Path folder;

    private final List<Integer> safe = new CopyOnWriteArrayList<>();

    @Test
    void givesBackWhatWasEntered() throws IOException {
        write();
        assertThat(read(JournalFormat.file(folder, 3)))
                .containsExactly(
                        "message broker 1 11",
                        Reading.of(AIR, 1000, -3.5).toString(),
                        Reading.of(HUMIDITY, 1000, 40).toString(),
                        "passed 2000",
                        "message other 65535 -12");
        assertThat(read(JournalFormat.file(folder, 4)))
                .containsExactly("message broker 2 13", Reading.of(AIR, 3000, 1).toString());
        assertThat(JournalReader.nextSeq(JournalFormat.file(folder, 4))).hasValue(77);
        assertThat(safe).containsExactly(1, 65_535, 2);
    }

    @Test
    void wherePowerFailedTheRestIsCut() throws IOException {
        write();
        Path file = JournalFormat.file(folder, 3);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Path torn = Files.write(folder.resolve("torn"), Arrays.copyOf(whole, length));
            assertIsBeginOf(read(file), read(torn), length + " bytes of " + whole.length);
        }
    }

    @Test
    void damageIsNotTakenForReadings() throws IOException {
        write();
        Path file = JournalFormat.file(folder, 3);
        for (int offset = 0; offset < Files.size(file); offset++) {
            Path damaged = folder.resolve("damaged");
            Files.write(damaged, Files.readAllBytes(file));
            try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {(byte) ~Files.readAllBytes(file)[offset]}), offset);
            }
            assertIsBeginOf(read(file), read(damaged), "damage at " + offset);
        }
    }

    /** How many batches there are is up to the journal's thread. */
    private static void assertIsBeginOf(List<String> whole, List<String> found, String what) {
        assertThat(found).as(what).hasSizeLessThan(whole.size()).isEqualTo(whole.subList(0, found.size()));
    }

    private void write() {
        try (ReadingJournal journal = new ReadingJournal(folder, 3, 76, new WriteMeter())) {
            journal.enter(
                    delivery("broker", 1, 11, List.of(new Delivery.Value(AIR, -3.5), new Delivery.Value(HUMIDITY, 40))),
                    1000);
            journal.timePassed(2000);
            journal.enter(delivery("other", 65_535, -12, List.of()), 2500);
            journal.begin(4, 77);
            journal.enter(delivery("broker", 2, 13, List.of(new Delivery.Value(AIR, 1))), 3000);
        }
    }

    private Delivery delivery(String source, int id, int checksum, List<Delivery.Value> values) {
        Receipt receipt = new Receipt() {
            @Override
            public String source() {
                return source;
            }

            @Override
            public void safe(int messageId) {
                safe.add(messageId);
            }
        };
        return new Delivery(receipt, id, checksum, false, Delivery.UNDATED, 0, values);
    }

    private static List<String> read(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        JournalReader.read(file, new JournalReader.Listener() {
            @Override
            public void message(String source, int messageId, int checksum) {
                found.add("message " + source + " " + messageId + " " + checksum);
            }

            @Override
            public void reading(Reading reading) {
                found.add(reading.toString());
            }

            @Override
            public void timePassed(long millis) {
                found.add("passed " + millis);
            }
        });
        return found;
    }
}
