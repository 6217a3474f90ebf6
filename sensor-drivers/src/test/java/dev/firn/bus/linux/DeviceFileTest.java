package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFileTest {

    private static final long TIOCGPTN = 0x80045430L;

    @TempDir
    @SuppressWarnings("NullAway.Init") // before each test
    private Path directory;

    private static DeviceFile open(String path) {
        return DeviceFile.open("place", path, DeviceFile.READ_ONLY, DeviceKind.GPIO);
    }

    private static List<Path> descriptorsOf(Path file) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(descriptor -> leadsTo(descriptor, file)).toList();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Test
    void errorOfTheCallIsTheOneReported() {
        try (DeviceFile file = open("/dev/null")) {
            assertThat(file.ioctl(TIOCGPTN, MemorySegment.NULL)).isEqualTo(-Errno.ENOTTY);
        }
    }

    @Test
    void structureReachesTheKernelAndComesBackFilled() {
        try (DeviceFile terminal = open("/dev/ptmx");
                Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(4);
            number.fill((byte) -1);
            assertThat(terminal.ioctl(TIOCGPTN, number)).isZero();
            assertThat(number.get(JAVA_INT, 0)).isNotNegative();
        }
    }

    @Test
    void missingFileIsNoBus() {
        assertThatThrownBy(() -> open(directory.resolve("gpiochip0").toString()))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_BUS));
    }

    @Test
    void childrenDoNotInheritIt() throws IOException {
        Path path = Files.writeString(directory.resolve("file"), "");
        try (DeviceFile file = open(path.toString())) {
            assertThat(file.isOpen()).isTrue();
            Path info = Path.of("/proc/self/fdinfo")
                    .resolve(descriptorsOf(path).getFirst().getFileName());
            // O_CLOEXEC, in octal
            assertThat(Files.readString(info)).containsPattern("flags:\\s+0?2\\d{6}");
        }
    }

    @Test
    void closedFileGivesItsDescriptorBackOnce() throws IOException {
        Path path = Files.writeString(directory.resolve("file"), "");
        DeviceFile file = open(path.toString());
        file.close();
        file.close();
        assertThat(descriptorsOf(path)).isEmpty();
        assertThat(file.isOpen()).isFalse();
        assertThatThrownBy(() -> file.ioctl(TIOCGPTN, MemorySegment.NULL))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void closingWhileSomebodyWaitsLeavesTheDescriptorToHim() throws Exception {
        DeviceFile counter = DeviceFile.counter("counter");
        DeviceFile wake = DeviceFile.counter("wake");
        long open = counters();
        Thread waiting = Thread.ofPlatform().daemon().start(() -> DeviceFile.awaitEither(counter, wake));
        while (!inPoll(waiting)) {
            Thread.onSpinWait();
        }
        counter.close();
        assertThat(counters()).isEqualTo(open);
        wake.signal();
        waiting.join();
        assertThat(counters()).isEqualTo(open - 1);
        wake.close();
    }

    private static long counters() throws IOException {
        return descriptorsOf(Path.of("anon_inode:[eventfd]")).size();
    }

    /** A thread in a native call counts as running, so what it runs has to tell. */
    private static boolean inPoll(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("poll"));
    }

    @Test
    void endOfFileIsNoBytes() throws IOException {
        Path path = Files.write(directory.resolve("file"), "ab".getBytes(US_ASCII));
        try (DeviceFile file = open(path.toString());
                Arena arena = Arena.ofConfined()) {
            MemorySegment into = arena.allocate(8);
            assertThat(file.read(into)).isEqualTo(2);
            assertThat(file.read(into)).isZero();
        }
    }
}
