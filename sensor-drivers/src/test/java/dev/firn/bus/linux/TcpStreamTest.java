package dev.firn.bus.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.bus.BusException;
import dev.firn.bus.BusFault;
import dev.firn.bus.ByteStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpStreamTest {

    private final byte[] buffer = new byte[64];

    @SuppressWarnings("NullAway.Init") // before each test
    private ServerSocket service;

    @BeforeEach
    void listen() throws IOException {
        service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private TcpStream connect() {
        return TcpStream.connect("127.0.0.1", service.getLocalPort());
    }

    private int readSome(ByteStream stream) {
        int count = stream.read(buffer);
        while (count == 0) {
            Thread.onSpinWait();
            count = stream.read(buffer);
        }
        return count;
    }

    @Test
    void silentServiceGivesNoBytesAtOnce() {
        try (TcpStream stream = connect()) {
            assertThat(stream.read(buffer)).isZero();
        }
    }

    @Test
    void bytesGoBothWays() throws IOException {
        try (TcpStream stream = connect();
                Socket other = service.accept()) {
            other.getOutputStream().write("$GP".getBytes(US_ASCII));
            assertThat(new String(buffer, 0, readSome(stream), US_ASCII)).isEqualTo("$GP");
            stream.write("?WATCH".getBytes(US_ASCII));
            assertThat(other.getInputStream().readNBytes(6)).asString(US_ASCII).isEqualTo("?WATCH");
        }
    }

    @Test
    void endedConnectionIsNoBus() throws IOException {
        try (TcpStream stream = connect()) {
            service.accept().close();
            assertThatThrownBy(() -> readSome(stream))
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_BUS));
        }
    }

    @Test
    void refusedConnectionIsNoDeviceWithCure() throws IOException {
        int port = service.getLocalPort();
        service.close();
        assertThatThrownBy(() -> TcpStream.connect("127.0.0.1", port))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_DEVICE))
                .hasMessageContainingAll("127.0.0.1:" + port, "does the service run there");
    }

    @Test
    void unknownHostIsNoDevice() {
        assertThatThrownBy(() -> TcpStream.connect("no-such-host.invalid", 2947))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(BusFault.NO_DEVICE));
    }
}
