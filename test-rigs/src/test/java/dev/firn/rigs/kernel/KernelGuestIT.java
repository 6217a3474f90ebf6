package dev.firn.rigs.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.RigException;
import dev.firn.rigs.process.ScratchDirectory;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The guest itself: that it runs what it is told, and what happens when it cannot. */
class KernelGuestIT {

    private static final Duration BOUND = Duration.ofMinutes(2);

    @Test
    void runsScriptsOnAKernelOfItsOwn() {
        try (KernelGuest guest = KernelGuest.boot()) {
            assertThat(guest.run("uname -r")).endsWith("-firn-rig\n");
            assertThat(guest.execute("printf snow; echo drift >&2; exit 7")).isEqualTo(new Outcome(7, "snowdrift\n"));
            assertThat(guest.run("word='two\nlines'; echo \"$word\"")).isEqualTo("two\nlines\n");
            assertThat(guest.run("seq 100000")).hasLineCount(100_000).endsWith("\n100000\n");
            assertThatThrownBy(() -> guest.run("echo why; false"))
                    .isInstanceOf(RigException.class)
                    .hasMessageContaining("exit status 1")
                    .hasMessageContaining("why");
            assertThat(guest.isAlive()).isTrue();
        }
    }

    @Test
    void sharesOneDirectoryAndNothingElse() throws Exception {
        try (KernelGuest guest = KernelGuest.boot()) {
            Path letter = guest.write("letter", "from the host");
            assertThat(guest.run("cat " + letter)).isEqualTo("from the host");
            guest.run("echo from the guest >" + guest.share().resolve("answer"));
            assertThat(guest.share().resolve("answer")).hasContent("from the guest");
            // Open files are read along, too.
            guest.run(
                    "exec 3>" + guest.share().resolve("open") + "; echo first >&3; exec sleep 1000 >/dev/null 2>&1 &");
            assertThat(guest.share().resolve("open")).hasContent("first");
            Path elsewhere = guest.share().resolveSibling("firn-guest-elsewhere");
            guest.run("echo lost >" + elsewhere);
            assertThat(elsewhere).doesNotExist();
        }
    }

    @Test
    void programsRunInTheBackground() {
        try (KernelGuest guest = KernelGuest.boot()) {
            GuestProcess waiter = guest.start(
                    "waiter",
                    List.of(
                            "/bin/sh",
                            "-c",
                            "trap 'echo ending >&2; exit 3' TERM; echo \"$WORD\"; while :; do sleep 0.05; done"),
                    Map.of("WORD", "it's snow"));
            assertThat(waiter.isAlive()).isTrue();
            assertThat(waiter.poll(Duration.ofMillis(500))).isEqualTo(OptionalInt.empty());
            assertThat(waiter.output()).isEqualTo("it's snow\n");
            waiter.terminate();
            assertThat(waiter.waitFor(BOUND)).isEqualTo(3);
            assertThat(waiter.errors()).isEqualTo("ending\n");
            assertThat(waiter.isAlive()).isFalse();
            GuestProcess killed = guest.start("killed", List.of("sleep", "1000"), Map.of());
            killed.kill();
            assertThat(killed.waitFor(BOUND)).isEqualTo(128 + 9);
        }
    }

    @Test
    void runsTheJdkOfTheRigs() {
        try (KernelGuest guest = KernelGuest.boot()) {
            assertThat(guest.run("\"$JAVA_HOME/bin/java\" -version"))
                    .contains(Runtime.version().toString().replaceAll("-.*", ""));
        }
    }

    @Test
    void scriptThatDoesNotEndEndsTheGuest() {
        try (KernelGuest guest = KernelGuest.boot()) {
            assertThatThrownBy(() -> guest.execute("echo before; sleep 1000", Duration.ofSeconds(1)))
                    .isInstanceOf(RigException.class)
                    .hasMessageContaining("sleep 1000")
                    .hasMessageContaining("waited 1 s in vain");
            assertThat(guest.isAlive()).isFalse();
        }
    }

    @Test
    void deadGuestSaysSo() {
        try (KernelGuest guest = KernelGuest.boot()) {
            assertThatThrownBy(() -> guest.run("echo c >/proc/sysrq-trigger; sleep 1000"))
                    .isInstanceOf(RigException.class)
                    .hasMessageContaining("guest ended")
                    .hasMessageContaining("panic");
            assertThatThrownBy(() -> guest.run("true")).isInstanceOf(RigException.class);
        }
    }

    @Test
    void guestThatRestartsIsGivenUp() {
        try (KernelGuest guest = KernelGuest.boot()) {
            assertThatThrownBy(() -> guest.run("echo b >/proc/sysrq-trigger; sleep 1000"))
                    .isInstanceOf(RigException.class)
                    .hasMessageContaining("booted anew");
            assertThat(guest.isAlive()).isFalse();
        }
    }

    @Test
    void closeLeavesNoProcessAndNoFile() {
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        KernelGuest guest = KernelGuest.boot();
        List<ProcessHandle> processes = ProcessHandle.current()
                .descendants()
                .filter(process -> !before.contains(process))
                .toList();
        assertThat(processes).hasSizeGreaterThan(1);
        guest.start("sleeper", List.of("sleep", "1000"), Map.of());
        guest.close();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.exists(guest.share())).isFalse();
    }

    @Test
    void diskKeepsWhatWasFlushedOverAPowerCut() {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-disk")) {
            GuestDisk disk = GuestDisk.create(directory.resolve("disk"), 16 << 20);
            String mounted = "mkdir /mnt/disk && mount -t ext4 /dev/ubda /mnt/disk && cd /mnt/disk && ";
            try (KernelGuest guest = KernelGuest.boot(GuestHardware.PLAIN.withDisk(disk))) {
                guest.run(mounted + "echo kept >kept && sync kept . && echo lost >lost");
                guest.cutPower();
            }
            disk.check();
            try (KernelGuest guest = KernelGuest.boot(GuestHardware.PLAIN.withDisk(disk))) {
                assertThat(guest.run(mounted + "cat kept; cat lost 2>/dev/null || true"))
                        .isEqualTo("kept\n");
            }
        }
    }

    @Test
    void damagedDiskIsToldOf() throws Exception {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-disk")) {
            GuestDisk disk = GuestDisk.create(directory.resolve("disk"), 16 << 20);
            disk.check();
            try (RandomAccessFile file = new RandomAccessFile(disk.file().toFile(), "rw")) {
                file.seek(4096);
                file.write(new byte[16 * 4096]);
            }
            assertThatThrownBy(disk::check).isInstanceOf(RigException.class).hasMessageContaining("e2fsck");
        }
    }

    @Test
    void lineLeadsToAPortOfTheHost() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                KernelGuest guest = KernelGuest.boot(GuestHardware.PLAIN.withLineTo(listener.getLocalPort()));
                Socket line = listener.accept()) {
            guest.run("stty -F /dev/tty1 raw -echo; (cat /dev/tty1 >" + guest.share() + "/heard) >/dev/null 2>&1 &");
            guest.run("printf 'from the guest' >/dev/tty1");
            assertThat(line.getInputStream().readNBytes(14)).asString().isEqualTo("from the guest");
            line.getOutputStream().write("from the host".getBytes(StandardCharsets.UTF_8));
            await().atMost(BOUND)
                    .untilAsserted(
                            () -> assertThat(guest.share().resolve("heard")).hasContent("from the host"));
        }
    }
}
