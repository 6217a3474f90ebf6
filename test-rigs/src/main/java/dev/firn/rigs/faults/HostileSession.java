package dev.firn.rigs.faults;

import dev.firn.rigs.RigException;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.wire.MqttPacket;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One client of a {@link HostileBroker}, on a thread of its own; late acknowledgements come from others. */
final class HostileSession {

    /** Far from the numbers that clients give, who count from 1. */
    private static final int FOREIGN = 60_000;

    private static final int MOST_FOREIGN = 5_000;
    private static final int UNENDING = 0xff;

    private final HostileBroker broker;
    private final Socket client;
    private final CountDownLatch ended = new CountDownLatch(1);
    /** For whoever writes. */
    private final Lock writing = new ReentrantLock();

    private int foreign;

    HostileSession(HostileBroker broker, Socket client) {
        this.broker = broker;
        this.client = client;
    }

    void run() {
        try (InputStream in = new BufferedInputStream(client.getInputStream())) {
            while (true) {
                answer(MqttPacket.read(in));
            }
        } catch (IOException gone) {
            // The client has left, or was left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    void close() {
        ended.countDown();
        try {
            client.close();
        } catch (IOException e) {
            throw new RigException("cannot close a connection of the hostile broker: " + e, e);
        }
        broker.ended(this);
    }

    private void answer(MqttPacket packet) throws IOException, InterruptedException {
        BrokerFault fault = broker.fault();
        if (packet.type() == MqttPacket.PUBLISH) {
            broker.enter(new Message(packet.topic(), packet.payload(), packet.isRetained()));
        }
        if (fault instanceof BrokerFault.Silence) {
            return;
        }
        switch (packet.type()) {
            case MqttPacket.CONNECT ->
                send(MqttPacket.of(MqttPacket.CONNACK, 0, fault instanceof BrokerFault.Refuses(int code) ? code : 0));
            case MqttPacket.PUBLISH -> answerMessage(packet, fault);
            case MqttPacket.SUBSCRIBE ->
                send(MqttPacket.of(MqttPacket.SUBACK, packet.packetId() >> 8, packet.packetId() & 0xff, 1));
            case MqttPacket.PINGREQ -> send(MqttPacket.of(MqttPacket.PINGRESP));
            case MqttPacket.DISCONNECT -> close();
            default -> {
                // Nothing that it would have to answer.
            }
        }
    }

    private void answerMessage(MqttPacket message, BrokerFault fault) throws IOException, InterruptedException {
        switch (fault) {
            case BrokerFault.AcknowledgesNothing _, BrokerFault.Silence _ -> {
                // Not a word.
            }
            case BrokerFault.ForeignAcknowledgements() -> send(MqttPacket.acknowledgement(foreignId()));
            case BrokerFault.LateAcknowledgements(Duration delay) ->
                Thread.ofVirtual().start(() -> acknowledgeLate(message, delay));
            case BrokerFault.DoubleAcknowledgements() -> {
                acknowledge(message);
                acknowledge(message);
            }
            case BrokerFault.AcknowledgementFlood(int each) -> {
                acknowledge(message);
                flood(message.packetId(), each);
            }
            case BrokerFault.BadLength() ->
                send(new byte[] {
                    (byte) (MqttPacket.PUBACK << 4),
                    (byte) UNENDING,
                    (byte) UNENDING,
                    (byte) UNENDING,
                    (byte) UNENDING,
                    (byte) UNENDING
                });
            case BrokerFault.Garbage(int bytes, long seed) -> {
                byte[] garbage = new byte[bytes];
                new Random(seed).nextBytes(garbage);
                send(garbage);
            }
            case BrokerFault.HangsUp(String topicPart, int leastBytes)
            when message.topic().contains(topicPart) && message.bodyBytes() >= leastBytes -> close();
            case BrokerFault.HangsUp _ -> acknowledge(message);
            case BrokerFault.None _, BrokerFault.Refuses _ -> acknowledge(message);
        }
    }

    private void flood(int latestId, int each) throws IOException {
        for (int i = 0; i < each; i++) {
            // By turns: what it acknowledged before, and what nobody has sent.
            boolean old = i % 2 == 0 && latestId > 1;
            send(MqttPacket.acknowledgement(old ? 1 + i % (latestId - 1) : foreignId()));
        }
    }

    private int foreignId() {
        foreign = (foreign + 1) % MOST_FOREIGN;
        return FOREIGN + foreign;
    }

    private void acknowledgeLate(MqttPacket message, Duration delay) {
        try {
            if (!ended.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
                acknowledge(message);
            }
        } catch (IOException gone) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acknowledge(MqttPacket message) throws IOException {
        if (message.qualityOfService() == 1) {
            send(MqttPacket.acknowledgement(message.packetId()));
        }
    }

    private void send(MqttPacket packet) throws IOException {
        send(packet.bytes());
    }

    private void send(byte[] bytes) throws IOException {
        writing.lock();
        try {
            client.getOutputStream().write(bytes);
        } finally {
            writing.unlock();
        }
    }
}
