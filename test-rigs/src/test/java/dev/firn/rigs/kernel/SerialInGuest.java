package dev.firn.rigs.kernel;

import static dev.firn.rigs.kernel.Faults.assertFault;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.bus.BusFault;
import dev.firn.bus.ByteStream;
import dev.firn.bus.linux.KernelBuses;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs in the guest: see {@link BusesInGuestIT}. */
class SerialInGuest {

    private static final String PATH = "/dev/ttyAMA1";
    private static final Devices DEVICES = Devices.here();

    private final KernelBuses buses = new KernelBuses();
    private final byte[] buffer = new byte[64];
    private final StringBuilder read = new StringBuilder();

    @AfterEach
    void close() {
        buses.close();
    }

    private void awaitText(ByteStream stream, String text) {
        Awaitility.await().until(() -> {
            read.append(new String(buffer, 0, stream.read(buffer), US_ASCII));
            return read.toString().equals(text);
        });
        read.setLength(0);
    }

    @Test
    void portThatIsUnpluggedIsNoBusAndComesBack() {
        SerialPort port = DEVICES.plugSerial(PATH);
        ByteStream stream = buses.serial(PATH, 9600);
        port.send("R1234\r\n");
        awaitText(stream, "R1234\r\n");
        stream.write((byte) 0x5a, (byte) 0x00, (byte) 0xff);
        Awaitility.await().until(() -> port.written().length == 3);
        assertThat(port.written()).containsExactly(0x5a, 0x00, 0xff);

        port.unplug();
        Awaitility.await().until(() -> !Files.exists(Path.of(PATH)));
        Awaitility.await().untilAsserted(() -> assertFault(BusFault.NO_BUS, () -> stream.read(buffer), PATH));
        stream.close();
        assertFault(BusFault.NO_BUS, () -> buses.serial(PATH, 9600), PATH);

        port.plug();
        ByteStream again = buses.serial(PATH, 9600);
        port.send("R5678\r");
        awaitText(again, "R5678\r");
        again.close();
        port.unplug();
    }
}
