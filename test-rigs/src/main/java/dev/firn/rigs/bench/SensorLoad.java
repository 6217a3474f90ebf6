package dev.firn.rigs.bench;

import dev.firn.rigs.RigException;
import dev.firn.rigs.wire.MqttPacket;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Many sensors that publish at a steady pace with quality of service 1, as one client that costs next to nothing. Each reading
 * is a small whole number, so that sums can be compared exactly. One thread.
 */
final class SensorLoad implements AutoCloseable {

    private static final int STEPS_PER_SECOND = 100;
    private static final int MOST_PACKET_ID = 65_535;
    private static final int VALUES = 97;

    private final Socket socket;
    private final AtomicLong acknowledged = new AtomicLong();
    private final int sensors;
    private long sent;
    private long sum;

    private SensorLoad(Socket socket, int sensors) {
        this.socket = socket;
        this.sensors = sensors;
    }

    /** Connects so many sensors, on topics {@code sensors/s0} and so on. */
    static SensorLoad connect(int port, int sensors) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(MqttPacket.connect("sensors", true).bytes());
        InputStream in = new BufferedInputStream(socket.getInputStream());
        MqttPacket.read(in);
        SensorLoad load = new SensorLoad(socket, sensors);
        Thread.ofPlatform().daemon().name("acknowledgements").start(() -> load.count(in));
        return load;
    }

    /** Publishes for so long, and returns then. */
    void publish(Duration duration, int perSecond) throws IOException {
        long startNanos = System.nanoTime();
        long steps = duration.toMillis() * STEPS_PER_SECOND / 1000;
        for (long step = 0; step < steps; step++) {
            ByteArrayOutputStream packets = new ByteArrayOutputStream();
            for (int i = 0; i < perSecond / STEPS_PER_SECOND; i++) {
                packets.writeBytes(next().bytes());
            }
            socket.getOutputStream().write(packets.toByteArray());
            long dueNanos = startNanos + (step + 1) * TimeUnit.SECONDS.toNanos(1) / STEPS_PER_SECOND;
            LockSupport.parkNanos(dueNanos - System.nanoTime());
        }
    }

    /**
     * Waits until the broker has taken all.
     *
     * @throws RigException if it does not within the bound
     */
    void awaitAcknowledged(Duration bound) {
        long deadlineNanos = System.nanoTime() + bound.toNanos();
        while (acknowledged.get() < sent) {
            if (System.nanoTime() > deadlineNanos) {
                throw new RigException("the broker has acknowledged " + acknowledged + " of " + sent + " readings");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Readings so far. */
    long sent() {
        return sent;
    }

    /** Of their values. */
    long sum() {
        return sum;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private MqttPacket next() {
        long value = sent % VALUES;
        String topic = "sensors/s" + sent % sensors;
        byte[] payload = ("{\"v\":" + value + "}").getBytes(StandardCharsets.UTF_8);
        int packetId = (int) (sent % MOST_PACKET_ID) + 1;
        sent++;
        sum += value;
        return MqttPacket.publish(topic, packetId, payload);
    }

    private void count(InputStream in) {
        try {
            while (true) {
                if (MqttPacket.read(in).type() == MqttPacket.PUBACK) {
                    acknowledged.incrementAndGet();
                }
            }
        } catch (EOFException end) {
            // The load is over, or the broker is; then acknowledgements are missing.
        } catch (IOException e) {
            if (!socket.isClosed()) {
                System.err.println("load: " + e);
            }
        }
    }
}
