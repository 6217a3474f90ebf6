package dev.firn.power.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTimeTest {

    @TempDir
    private Path root;

    @Test
    void readsWhatTheFilesSay() throws IOException {
        KernelTime time = new KernelTime(root, KernelSync.Unsynced::new);
        assertThat(time.bootId()).isEmpty();
        assertThat(time.uptimeMillis()).isEmpty();
        assertThat(time.isSetByTimesyncd()).isFalse();
        UUID boot = UUID.randomUUID();
        write("proc/sys/kernel/random/boot_id", boot + "\n");
        write("proc/uptime", "350735.47 234388.90\n");
        write("run/systemd/timesync/synchronized", "");
        assertThat(time.bootId()).hasValue(boot);
        assertThat(time.uptimeMillis()).hasValue(350_735_470);
        assertThat(time.isSetByTimesyncd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "up since Monday"})
    void rubbishIsNothing(String text) throws IOException {
        write("proc/sys/kernel/random/boot_id", text);
        write("proc/uptime", text);
        KernelTime time = new KernelTime(root, KernelSync.Unsynced::new);
        assertThat(time.bootId()).isEmpty();
        assertThat(time.uptimeMillis()).isEmpty();
    }

    @Test
    void theKernelOfThisMachineAnswers() {
        assertThat(new KernelTime().sync()).isNotInstanceOf(KernelSync.Unknown.class);
    }

    /** struct timex of linux/timex.h, with longs of either size. */
    @ParameterizedTest
    @CsvSource({
        "0, 0x2001, 12345, 13",
        "0, 0x2001, 12000, 12",
        "4, 0x0010, 0, 0",
        "5, 0x0001, 12345, -1",
        "0, 0x0040, 12345, -1",
        "5, 0x0040, 16000000, -1"
    })
    void anAnswerIsSyncedUnlessItSaysOtherwise(int result, int status, long maxErrorMicros, long millis) {
        KernelSync expected = millis < 0 ? new KernelSync.Unsynced() : new KernelSync.Synced(millis);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wide = arena.allocate(208, 8);
            wide.set(ValueLayout.JAVA_LONG, 24, maxErrorMicros);
            wide.set(ValueLayout.JAVA_INT, 40, status);
            assertThat(Adjtimex.answer(result, wide, 8)).isEqualTo(expected);
            MemorySegment narrow = arena.allocate(128, 8);
            narrow.set(ValueLayout.JAVA_INT, 12, (int) maxErrorMicros);
            narrow.set(ValueLayout.JAVA_INT, 20, status);
            assertThat(Adjtimex.answer(result, narrow, 4)).isEqualTo(expected);
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
