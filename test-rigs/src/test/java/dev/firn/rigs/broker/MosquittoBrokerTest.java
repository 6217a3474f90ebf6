package dev.firn.rigs.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.process.LoopbackPort;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MosquittoBrokerTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void deliversWhatIsPublished() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                Publisher publisher = new Publisher(broker.url())) {
            publisher.publishEvents(1, 3);
            subscriber.await("three messages", ledger -> ledger.size() == 3, BOUND);
        }
    }

    @Test
    void restartKeepsPortAndQueuedMessages() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started()) {
            LedgerSubscriber.connect(broker.url(), "ledger").close();
            int port = broker.port();
            try (Publisher publisher = new Publisher(broker.url())) {
                publisher.publishEvents(1, 2500);
            }
            broker.restart();
            assertThat(broker.port()).isEqualTo(port);
            try (LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger")) {
                subscriber.drain(BOUND);
                assertThat(subscriber.ledger().size()).isEqualTo(2500);
            }
        }
    }

    @Test
    void subscriberMissesNothingWhileBrokerRestarts() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger")) {
            try (Publisher publisher = new Publisher(broker.url())) {
                publisher.publishEvents(1, 50);
            }
            broker.restart();
            try (Publisher publisher = new Publisher(broker.url())) {
                publisher.publishEvents(51, 100);
            }
            subscriber.await("all hundred", ledger -> ledger.size() == 100, BOUND);
            assertThat(subscriber.ledger().gaps()).isEmpty();
            assertThat(subscriber.ledger().alteredDuplicates()).isEmpty();
        }
    }

    @Test
    void keepsRetainedMessageForLateSubscriber() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                Publisher publisher = new Publisher(broker.url())) {
            String status = "{\"online\":false,\"since\":5,\"version\":\"0.1.0\",\"boot\":\"b\"}";
            publisher.publishRetained("firn/s/n/status", status);
            try (LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "late")) {
                subscriber.await("status", ledger -> ledger.latest("/status").isPresent(), BOUND);
                assertThat(subscriber.ledger().latest("/status"))
                        .map(Message::retained)
                        .hasValue(true);
            }
        }
    }

    @Test
    void preparedBrokerListensOnlyOnceStarted() {
        try (MosquittoBroker broker = MosquittoBroker.stopped()) {
            assertThat(LoopbackPort.accepts(broker.port())).isFalse();
            broker.start();
            assertThat(LoopbackPort.accepts(broker.port())).isTrue();
            broker.kill();
            assertThat(LoopbackPort.accepts(broker.port())).isFalse();
        }
    }

    @Test
    void closedBrokerLeavesNoPortOpen() {
        MosquittoBroker broker = MosquittoBroker.started();
        broker.close();
        assertThat(LoopbackPort.accepts(broker.port())).isFalse();
    }

    @Test
    void startingTwiceIsRefused() {
        try (MosquittoBroker broker = MosquittoBroker.started()) {
            assertThatThrownBy(broker::start).isInstanceOf(RigException.class).hasMessageContaining("runs already");
        }
    }

    @Test
    void brokerWithPasswordRefusesStrangers() {
        try (MosquittoBroker broker = MosquittoBroker.startedFor("firn", "névé")) {
            LedgerSubscriber.connectAs("firn", "névé", broker.url(), "ledger").close();
            assertThatThrownBy(() -> LedgerSubscriber.connectAs("firn", "ice", broker.url(), "ledger"))
                    .isInstanceOf(RigException.class)
                    .hasMessageContaining("as firn");
            assertThatThrownBy(() -> LedgerSubscriber.connect(broker.url(), "stranger"))
                    .isInstanceOf(RigException.class);
        }
    }
}
