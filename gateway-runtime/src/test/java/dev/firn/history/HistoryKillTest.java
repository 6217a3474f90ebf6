package dev.firn.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.outbox.WriteMeter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes the history is killed again and again, each time after another number of commits. */
class HistoryKillTest {

    private static final int KILLS = 8;

    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedIsThereAfterAKillAtAnyMoment() throws IOException, InterruptedException {
        Random random = new Random(5);
        int committed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            committed = writeUntilKilled(committed + 1, 1 + random.nextInt(60));
            assertHolds(committed);
        }
    }

    private int writeUntilKilled(int first, int commits) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            int committed = 0;
            for (int commit = 0; commit < commits; commit++) {
                committed = Integer.parseInt(said.readLine());
            }
            writer.destroyForcibly();
            writer.waitFor();
            return committed;
        }
    }

    private void assertHolds(int committed) {
        HistorySettings settings =
                new HistorySettings(folder, HistorySettings.MOST_KEPT, HistorySettings.DEFAULT_BYTES);
        try (HistoryFile file = HistoryFile.open(settings.file(), new WriteMeter())) {
            file.check();
            List<PastSummary> kept = file.summaries(Weather.AIR.toString(), 0, 1L << 50, Integer.MAX_VALUE)
                    .summaries();
            assertThat(kept).hasSizeGreaterThanOrEqualTo(committed);
            for (int number = 1; number <= committed; number++) {
                assertThat(kept.get(number - 1).summary()).isEqualTo(Weather.minute(Weather.AIR, number));
            }
        }
    }
}
