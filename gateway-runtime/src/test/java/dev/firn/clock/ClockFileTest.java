package dev.firn.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockFileTest {

    private static final ClockMemory MEMORY = new ClockMemory(
            UUID.randomUUID(),
            Standing.RIGHT,
            1_800_000_000_123L,
            -5,
            new ErrorBound(12, 77_000),
            Optional.of(new Mending(-3, true, new ErrorBound(4, 5))),
            99,
            1_800_000_000_222L);

    @TempDir
    private Path folder;

    @Test
    void theNextRunReadsWhatWasWritten() {
        ClockFile file = new ClockFile(folder, "clock.state");
        assertThat(file.read()).isEmpty();
        assertThat(file.write(MEMORY)).isTrue();
        assertThat(file.read()).hasValue(MEMORY);
        ClockMemory guessed = new ClockMemory(
                UUID.randomUUID(), Standing.PROVISIONAL, 0, 0, ErrorBound.UNKNOWN, Optional.empty(), 0, 0);
        file.write(guessed);
        assertThat(file.read()).hasValue(guessed);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
        file.forget();
        assertThat(file.read()).isEmpty();
    }

    /** Of every byte each bit, and every length. */
    @Test
    void whatIsDamagedCountsForNothing() throws IOException {
        ClockFile file = new ClockFile(folder, "clock.state");
        file.write(MEMORY);
        Path path = folder.resolve("clock.state");
        byte[] whole = Files.readAllBytes(path);
        for (int at = 0; at < whole.length - 1; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Files.write(path, damaged);
            assertThat(file.read()).as("byte %d", at).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "firn-clock-1\n", "nonsense", "\u0000\u0000\u0000"})
    void whatIsNoMemoryCountsForNothing(String text) throws IOException {
        Files.writeString(folder.resolve("clock.state"), text);
        assertThat(new ClockFile(folder, "clock.state").read()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsNoReasonToStop() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        ClockFile file = new ClockFile(gone, "clock.state");
        Files.delete(gone);
        assertThat(file.write(MEMORY)).isFalse();
        assertThat(file.read()).isEmpty();
    }
}
