package dev.firn.rigs.endtoend;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A gpsd with a receiver that tells ten times a second where it is, to whoever connects. Any thread. */
final class FakeGpsd implements AutoCloseable {

    private static final long TELLING_EVERY_MILLIS = 100;
    private static final String VERSION =
            "{\"class\":\"VERSION\",\"release\":\"3.25\",\"rev\":\"3.25\",\"proto_major\":3,\"proto_minor\":15}\r\n";

    private final ServerSocket server;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService telling = Executors.newSingleThreadScheduledExecutor();
    private volatile double altitude;

    FakeGpsd() {
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("gpsd-accepts").start(this::welcome);
        var _ = telling.scheduleAtFixedRate(this::tell, 0, TELLING_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on the receiver is at this altitude, metres. */
    void isAt(double metres) {
        altitude = metres;
    }

    private void welcome() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                send(client, VERSION);
                clients.add(client);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void tell() {
        String position = "{\"class\":\"TPV\",\"mode\":3,\"lat\":46.737,\"lon\":11.955,\"altMSL\":" + altitude
                + ",\"speed\":2,\"track\":90,\"eph\":3}\r\n";
        clients.removeIf(client -> !isSent(client, position));
    }

    private static boolean isSent(Socket client, String line) {
        try {
            send(client, line);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void send(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        telling.close();
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
