package dev.firn.rigs.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.faults.LinkFault.Direction;
import dev.firn.rigs.wire.MqttPacket;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChaosProxyTest {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final HostileBroker broker = HostileBroker.start(new BrokerFault.None());
    private final ChaosProxy proxy = ChaosProxy.to(broker);

    @AfterEach
    void end() {
        proxy.close();
        broker.close();
    }

    @Test
    void carriesBothWaysAndNotesConnections() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            client.publish(7);
            assertThat(client.receive().packetId()).isEqualTo(7);
        }
        try (RawClient second = RawClient.connect(proxy.url())) {
            assertThat(second).isNotNull();
            proxy.awaitConnections(2, BOUND);
            assertThat(proxy.connections()).hasSize(2).isSorted();
        }
    }

    @Test
    void latencyDelaysEachWay() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            proxy.let(new LinkFault.Latency(Duration.ofMillis(150)));
            long startNanos = System.nanoTime();
            client.publish(1);
            client.publish(2);
            assertThat(client.receive().packetId()).isEqualTo(1);
            assertThat(client.receive().packetId()).isEqualTo(2);
            // There and back; nothing can be faster, however slow the machine.
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isGreaterThan(Duration.ofMillis(299));
        }
    }

    @Test
    void blackHoleTakesAndGivesNothingAndTheHoleIsResetWhenItEnds() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            proxy.let(new LinkFault.BlackHole());
            client.publish(1);
            assertThat(client.hearsNothingFor(MOMENT)).isTrue();
            try (RawClient second = RawClient.open(proxy.url())) {
                second.send(MqttPacket.connect("second", true));
                assertThat(second.hearsNothingFor(MOMENT)).isTrue();
            }
            assertThat(broker.received()).isEmpty();
            proxy.heal();
            assertThatThrownBy(client::receive).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void silentConnectionOutlivesABlackHole() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            proxy.let(new LinkFault.BlackHole());
            proxy.heal();
            client.publish(3);
            assertThat(client.receive().packetId()).isEqualTo(3);
        }
    }

    @Test
    void halfOpenLinkLosesAnswersOnly() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            proxy.let(new LinkFault.HalfOpen(Direction.ANSWERS));
            client.publish(1);
            broker.awaitReceived(1, BOUND);
            assertThat(client.hearsNothingFor(MOMENT)).isTrue();
            proxy.heal();
            assertThatThrownBy(client::receive).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void halfOpenLinkLosesRequestsOnly() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            broker.behave(new BrokerFault.LateAcknowledgements(MOMENT));
            client.publish(1);
            broker.awaitReceived(1, BOUND);
            proxy.let(new LinkFault.HalfOpen(Direction.REQUESTS));
            client.publish(2);
            assertThat(client.receive().packetId()).isEqualTo(1);
            assertThat(broker.received()).hasSize(1);
        }
    }

    @Test
    void resetsBreakOldAndNewConnections() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            proxy.let(new LinkFault.Resets());
            assertThatThrownBy(client::receive).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> RawClient.connect(proxy.url())).isInstanceOf(IOException.class);
        }
        proxy.heal();
        RawClient.connect(proxy.url()).close();
    }

    @Test
    void slowLinkIsAsSlowAsItSays() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            proxy.let(new LinkFault.Slow(2000));
            long startNanos = System.nanoTime();
            client.publish(1, "x".repeat(1000));
            assertThat(client.receive().packetId()).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isGreaterThan(Duration.ofMillis(490));
            assertThat(broker.received().getFirst().payload()).hasSize(1000);
        }
    }

    @Test
    void cutComesInTheMiddleOfAPacket() throws IOException {
        proxy.let(new LinkFault.CutAfter(60));
        try (RawClient client = RawClient.connect(proxy.url())) {
            client.publish(1, "x".repeat(100));
            assertThatThrownBy(client::receive).isInstanceOf(IOException.class);
        }
        assertThat(broker.received()).isEmpty();
    }

    @Test
    void refusedConnectionsAreRefusedUntilItHeals() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            proxy.let(new LinkFault.Refusal());
            assertThatThrownBy(client::receive).isInstanceOf(SocketException.class);
        }
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThatThrownBy(() -> RawClient.open(proxy.url())).isInstanceOf(ConnectException.class));
        proxy.heal();
        RawClient.connect(proxy.url()).close();
    }

    @Test
    void leadsElsewhere() throws IOException {
        try (HostileBroker other = HostileBroker.start(new BrokerFault.None());
                RawClient client = RawClient.connect(proxy.url())) {
            proxy.leadTo(other);
            assertThatThrownBy(client::receive).isInstanceOf(IOException.class);
            try (RawClient again = RawClient.connect(proxy.url())) {
                again.publish(1);
                again.receive();
            }
            assertThat(other.received()).hasSize(1);
            assertThat(broker.received()).isEmpty();
        }
    }

    @Test
    void endOfOneSideIsTheEndOfTheOther() throws IOException {
        try (RawClient client = RawClient.connect(proxy.url())) {
            client.send(MqttPacket.of(MqttPacket.DISCONNECT));
            assertThatThrownBy(client::receive).isInstanceOf(EOFException.class);
        }
    }
}
