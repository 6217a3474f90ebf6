package dev.firn.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a card does to the files: the outbox opens, ends, and gives out no record that nobody has put in. */
class DamagedSegmentsTest {

    private static final int RECORDS = 40;
    private static final Duration GLANCE = Duration.ofMillis(1);

    private final List<SeqRange> lost = new ArrayList<>();

    @Property(tries = 60)
    void bytesThatAreOverwrittenAlterNoRecord(
            @ForAll @IntRange(max = 4000) int place, @ForAll @Size(min = 1, max = 60) byte[] noise) {
        check(file -> {
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at < noise.length; at++) {
                bytes[(place + at) % bytes.length] = noise[at];
            }
            Files.write(file, bytes);
        });
    }

    @Property(tries = 40)
    void aFileThatIsCutOffKeepsWhatIsBeforeTheCut(@ForAll @IntRange(max = 4000) int length) {
        check(file -> {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, Math.min(length, bytes.length)));
        });
    }

    @Property(tries = 40)
    void aFileOfNoiseHoldsNoRecord(@ForAll @Size(max = 2000) byte[] noise) {
        check(file -> Files.write(file, noise));
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private void check(Damage damage) {
        lost.clear();
        try {
            Path folder = Files.createTempDirectory("firn-damage");
            try {
                Map<Long, String> written = write(folder);
                try (Stream<Path> files = Files.list(folder)) {
                    damage.to(files.filter(Segment::isOne).findFirst().orElseThrow());
                }
                SortedMap<Long, String> read = read(folder);
                read.forEach((seq, text) -> assertThat(text).isEqualTo(written.get(seq)));
                if (!read.isEmpty()) {
                    long last = read.lastKey();
                    written.keySet().stream()
                            .filter(seq -> seq < last && !read.containsKey(seq))
                            .forEach(seq -> assertThat(lost)
                                    .as("%d is announced", seq)
                                    .anyMatch(range -> range.from() <= seq && seq <= range.to()));
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<Long, String> write(Path folder) throws InterruptedException {
        Map<Long, String> written = new TreeMap<>();
        try (Outbox outbox = open(folder)) {
            for (int number = 0; number < RECORDS; number++) {
                String text = "record " + number + " ".repeat(number % 7);
                Origin origin = new Origin(new UUID(1, number), number, -number, number % 2 == 0);
                long seq = outbox.append(text.getBytes(StandardCharsets.UTF_8), number % 5 == 0, origin)
                        .orElseThrow();
                written.put(seq, text);
            }
        }
        return written;
    }

    private SortedMap<Long, String> read(Path folder) throws InterruptedException {
        SortedMap<Long, String> read = new TreeMap<>();
        try (Outbox outbox = open(folder)) {
            Optional<OutboxRecord> next = outbox.next(GLANCE);
            while (next.isPresent()) {
                read.put(next.get().seq(), new String(next.get().payload(), StandardCharsets.UTF_8));
                next = outbox.next(GLANCE);
            }
        }
        return read;
    }

    private Outbox open(Path folder) {
        OutboxSettings settings = new OutboxSettings(folder, OutboxSettings.LEAST_BYTES, Duration.ZERO);
        return Outbox.open(settings, Condenser.NONE, new WriteMeter(), new OutboxListener() {
            @Override
            public void dropped(DropReport report) {
                throw new AssertionError("nothing is dropped");
            }

            @Override
            public void lost(SeqRange range, String reason) {
                lost.add(range);
            }

            @Override
            public void storageFailed(boolean failing, String reason) {
                throw new AssertionError(reason);
            }

            @Override
            public void drained() {
                // Nothing is acknowledged.
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
