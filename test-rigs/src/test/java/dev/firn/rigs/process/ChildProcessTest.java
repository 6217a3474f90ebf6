package dev.firn.rigs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.RigException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void capturesBothOutputsAndExitCode() {
        try (ChildProcess process = shell("echo out; echo \"$WORD\" >&2; pwd; exit 7")) {
            assertThat(process.waitFor(BOUND)).isEqualTo(7);
            assertThat(process.standardOutput()).containsExactly("out", directory.toString());
            assertThat(process.standardError()).containsExactly("snow");
        }
    }

    @Test
    void signalsArriveAtTheProcessItself() {
        try (ChildProcess process = shell("trap 'exit 3' TERM; echo ready; while :; do :; done")) {
            ready(process);
            process.terminate();
            assertThat(process.waitFor(BOUND)).isEqualTo(3);
        }
    }

    @Test
    void killedProcessSaysSoByItsExitCode() {
        try (ChildProcess process = shell("exec cat < /dev/zero > /dev/null")) {
            process.kill();
            assertThat(process.waitFor(BOUND)).isEqualTo(128 + 9);
        }
    }

    @Test
    void closeLeavesNoProcess() {
        ChildProcess process = shell("exec cat < /dev/zero > /dev/null");
        process.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(ProcessHandle.of(process.pid())).isEmpty();
    }

    @Test
    void runningProcessIsNotWaitedForBeyondTheBound() {
        try (ChildProcess process = shell("echo why >&2; exec cat < /dev/zero > /dev/null")) {
            assertThat(process.poll(Duration.ofMillis(1))).isEqualTo(OptionalInt.empty());
            assertThatThrownBy(() -> process.waitFor(Duration.ofMillis(500)))
                    .isInstanceOf(RigException.class)
                    .hasMessageContaining("still runs");
        }
    }

    @Test
    void usageIsTheKernels() {
        try (ChildProcess process = shell("exec cat < /dev/zero > /dev/null")) {
            ProcessUsage usage = process.usage();
            assertThat(usage.residentBytes()).isPositive();
            assertThat(usage.peakResidentBytes()).isGreaterThanOrEqualTo(usage.residentBytes());
            process.kill();
            process.waitFor(BOUND);
            assertThatThrownBy(process::usage).isInstanceOf(RigException.class).hasMessageContaining("has ended");
        }
    }

    @Test
    void unknownProgramIsNamed() {
        assertThatThrownBy(() -> ChildProcess.start("nobody", List.of("/none/nobody"), directory, Map.of()))
                .isInstanceOf(RigException.class)
                .hasMessageContaining("/none/nobody");
    }

    private ChildProcess shell(String script) {
        return ChildProcess.start("shell", List.of("/bin/bash", "-c", script), directory, Map.of("WORD", "snow"));
    }

    private static void ready(ChildProcess process) {
        await().until(() -> process.standardOutput().contains("ready"));
    }
}
