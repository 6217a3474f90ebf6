package dev.firn.bus.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialStreamTest {

    /** What a terminal would change unless it is raw: line ends, control-C and -D, flow control, the eighth bit. */
    private static final byte[] TROUBLE = {'a', '\r', '\n', 0x03, 0x04, 0x11, 0x13, 0x7F, 0x00, (byte) 0xFF};

    @TempDir
    @SuppressWarnings("NullAway.Init") // before each test
    private Path directory;

    private final PseudoTerminal other = new PseudoTerminal();
    private final byte[] buffer = new byte[64];

    @AfterEach
    void hangUp() {
        other.close();
    }

    private byte[] read(SerialStream stream, int count) {
        byte[] all = new byte[count];
        int done = 0;
        while (done < count) {
            int come = stream.read(buffer);
            System.arraycopy(buffer, 0, all, done, come);
            done += come;
        }
        return all;
    }

    private static void assertFault(Runnable action, BusFault fault) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void silentPortGivesNoBytesAtOnce() {
        try (SerialStream stream = SerialStream.open(other.path(), 9600)) {
            assertThat(stream.read(buffer)).isZero();
        }
    }

    @Test
    void bytesComeAsTheyAre() {
        try (SerialStream stream = SerialStream.open(other.path(), 115_200)) {
            other.send(TROUBLE);
            assertThat(read(stream, TROUBLE.length)).isEqualTo(TROUBLE);
        }
    }

    @Test
    void bytesGoAsTheyAre() {
        try (SerialStream stream = SerialStream.open(other.path(), 115_200)) {
            stream.write(TROUBLE);
            assertThat(other.receive(TROUBLE.length)).isEqualTo(TROUBLE);
        }
    }

    @Test
    void linkToPortIsPort() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("ttyAMA1"), Path.of(other.path()));
        try (SerialStream stream = SerialStream.open(link.toString(), 9600)) {
            other.send((byte) 7);
            assertThat(read(stream, 1)).containsExactly(7);
        }
    }

    @Test
    void hangUpIsNoBus() {
        PseudoTerminal leaving = new PseudoTerminal();
        try (SerialStream stream = SerialStream.open(leaving.path(), 9600)) {
            leaving.close();
            assertFault(() -> stream.read(buffer), BusFault.NO_BUS);
            assertFault(() -> stream.write((byte) 1), BusFault.NO_BUS);
        }
    }

    @Test
    void missingPortIsNoBusWithCure() {
        assertFault(() -> SerialStream.open("/dev/ttyUSB99", 9600), BusFault.NO_BUS);
        assertThatThrownBy(() -> SerialStream.open("/dev/ttyUSB99", 9600)).hasMessageContaining("is it plugged in");
    }

    @Test
    void portThatSomebodyHasIsInUse() {
        try (SerialStream stream = SerialStream.open(other.path(), 9600)) {
            assertThat(stream.isOpen()).isTrue();
            assertFault(() -> SerialStream.open(other.path(), 9600), BusFault.IN_USE);
        }
    }

    @Test
    void closedPortCanBeOpenedAgain() {
        SerialStream.open(other.path(), 9600).close();
        try (SerialStream stream = SerialStream.open(other.path(), 9600)) {
            assertThat(stream.isOpen()).isTrue();
        }
    }

    @Test
    void whatIsNoPortIsNotSupported() {
        assertFault(() -> SerialStream.open("/dev/null", 9600), BusFault.NOT_SUPPORTED);
    }

    @Test
    void nativeLibraryIsTakenFromADirectoryThatNobodyElseCanWriteTo() throws IOException {
        SerialStream.open(other.path(), 9600).close();
        assertThat(Files.readAllLines(Path.of("/proc/self/maps")))
                .filteredOn(line -> line.contains("libjSerialComm"))
                .isNotEmpty()
                .allMatch(line -> line.contains("/firn-serial"));
    }
}
