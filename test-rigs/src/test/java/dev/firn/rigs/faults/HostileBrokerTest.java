package dev.firn.rigs.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.wire.MqttPacket;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileBrokerTest {

    private static final Duration MOMENT = Duration.ofMillis(200);

    private final HostileBroker broker = HostileBroker.start(new BrokerFault.None());

    @AfterEach
    void end() {
        broker.close();
    }

    @Test
    void politeOneServesAnOrdinaryClientAndRemembersItsMessages() throws Exception {
        try (MqttClient client = new MqttClient(broker.url(), "polite", new MemoryPersistence())) {
            client.connect();
            client.publish("firn/s/n/event", new byte[] {'a'}, 1, true);
            client.publish("firn/s/n/other", new byte[300], 1, false);
            client.disconnect();
        }
        assertThat(broker.connections()).isEqualTo(1);
        assertThat(broker.received()).hasSize(2).first().isEqualTo(new Message("firn/s/n/event", "a", true));
    }

    @Test
    void silentOneSaysNothing() throws IOException {
        broker.behave(new BrokerFault.Silence());
        try (RawClient client = RawClient.open(broker.url())) {
            client.send(MqttPacket.connect("raw", true));
            assertThat(client.hearsNothingFor(MOMENT)).isTrue();
        }
    }

    @Test
    void refusesWithItsCode() throws IOException {
        broker.behave(new BrokerFault.Refuses(5));
        try (RawClient client = RawClient.open(broker.url())) {
            client.send(MqttPacket.connect("raw", true));
            assertThat(client.receive().bytes()).containsExactly(0x20, 2, 0, 5);
        }
    }

    @Test
    void acknowledgesNothingButAnswersPings() throws IOException {
        broker.behave(new BrokerFault.AcknowledgesNothing());
        try (RawClient client = RawClient.connect(broker.url())) {
            client.publish(1);
            client.send(MqttPacket.of(MqttPacket.PINGREQ));
            assertThat(client.receive().type()).isEqualTo(MqttPacket.PINGRESP);
            assertThat(broker.received()).hasSize(1);
        }
    }

    @Test
    void foreignAcknowledgementsNameNumbersThatNobodyUsed() throws IOException {
        broker.behave(new BrokerFault.ForeignAcknowledgements());
        try (RawClient client = RawClient.connect(broker.url())) {
            client.publish(1);
            assertThat(client.receive().packetId()).isGreaterThan(60_000);
        }
    }

    @Test
    void lateAcknowledgementsComeAfterWhatIsAnsweredMeanwhile() throws IOException {
        broker.behave(new BrokerFault.LateAcknowledgements(MOMENT));
        try (RawClient client = RawClient.connect(broker.url())) {
            client.publish(1);
            client.send(MqttPacket.of(MqttPacket.PINGREQ));
            assertThat(client.receive().type()).isEqualTo(MqttPacket.PINGRESP);
            assertThat(client.receive().packetId()).isEqualTo(1);
        }
    }

    @Test
    void doubleAcknowledgementsComeTwice() throws IOException {
        broker.behave(new BrokerFault.DoubleAcknowledgements());
        try (RawClient client = RawClient.connect(broker.url())) {
            client.publish(1);
            assertThat(List.of(client.receive().packetId(), client.receive().packetId()))
                    .containsExactly(1, 1);
        }
    }

    @Test
    void floodHoldsTheRightOneAndOldAndForeignOnesOnly() throws IOException {
        broker.behave(new BrokerFault.AcknowledgementFlood(10));
        try (RawClient client = RawClient.connect(broker.url())) {
            List<Integer> ids = new ArrayList<>();
            for (int packetId = 1; packetId <= 3; packetId++) {
                client.publish(packetId);
                for (int answer = 0; answer < 11; answer++) {
                    ids.add(client.receive().packetId());
                }
            }
            assertThat(ids).contains(1, 2, 3).allMatch(packetId -> packetId <= 3 || packetId > 60_000);
            assertThat(ids.subList(0, 22)).doesNotContain(3);
            assertThat(ids.subList(0, 11)).doesNotContain(2);
        }
    }

    @Test
    void badLengthCannotBeRead() throws IOException {
        broker.behave(new BrokerFault.BadLength());
        try (RawClient client = RawClient.connect(broker.url())) {
            client.publish(1);
            assertThatThrownBy(client::receive)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("remaining length");
        }
    }

    @Test
    void garbageIsTheSameForASeed() throws IOException {
        broker.behave(new BrokerFault.Garbage(64, 7));
        try (RawClient client = RawClient.connect(broker.url())) {
            client.publish(1);
            client.publish(2);
            assertThat(client.receiveBytes(64)).isEqualTo(client.receiveBytes(64));
        }
    }

    @Test
    void hangsUpAtTheMessagesThatItDislikes() throws IOException {
        broker.behave(new BrokerFault.HangsUp("event", 100));
        try (RawClient client = RawClient.connect(broker.url())) {
            client.publish(1);
            assertThat(client.receive().packetId()).isEqualTo(1);
            client.publish(2, "x".repeat(100));
            assertThatThrownBy(client::receive).isInstanceOfAny(EOFException.class, SocketException.class);
        }
    }
}
