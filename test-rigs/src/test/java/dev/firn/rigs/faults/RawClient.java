package dev.firn.rigs.faults;

import dev.firn.rigs.wire.MqttPacket;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An MQTT client that says what the test says, and sees every packet that comes. */
final class RawClient implements AutoCloseable {

    static final String TOPIC = "firn/s/n/event";

    private static final int BOUND_MILLIS = 30_000;

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    /** Opens a TCP connection and says nothing. */
    static RawClient open(String url) throws IOException {
        URI address = URI.create(url);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(BOUND_MILLIS);
        return new RawClient(socket);
    }

    /** Opens a connection and is let in. */
    static RawClient connect(String url) throws IOException {
        RawClient client = open(url);
        client.send(MqttPacket.connect("raw", true));
        client.receive();
        return client;
    }

    void send(MqttPacket packet) throws IOException {
        send(packet.bytes());
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void publish(int packetId) throws IOException {
        publish(packetId, "message " + packetId);
    }

    void publish(int packetId, String payload) throws IOException {
        send(MqttPacket.publish(TOPIC, packetId, payload.getBytes(StandardCharsets.UTF_8)));
    }

    MqttPacket receive() throws IOException {
        return MqttPacket.read(socket.getInputStream());
    }

    byte[] receiveBytes(int bytes) throws IOException {
        return socket.getInputStream().readNBytes(bytes);
    }

    /** Whether nothing comes for a moment. */
    boolean hearsNothingFor(Duration moment) throws IOException {
        socket.setSoTimeout((int) moment.toMillis());
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } finally {
            socket.setSoTimeout(BOUND_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
