package dev.firn.rigs.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.process.LoopbackPort;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void deliversThousandsInOrderWithoutLoss() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                Publisher publisher = new Publisher(broker.url())) {
            publisher.publishEvents(1, 2000);
            subscriber.drain(BOUND);
            assertThat(subscriber.ledger().size()).isEqualTo(2000);
            assertThat(subscriber.ledger().duplicates()).isEmpty();
        }
    }

    @Test
    void keepsSessionOfAbsentSubscriber() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            LedgerSubscriber.connect(broker.url(), "ledger").close();
            try (Publisher publisher = new Publisher(broker.url())) {
                publisher.publishEvents(1, 20);
            }
            try (LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger")) {
                subscriber.await("what was published meanwhile", ledger -> ledger.size() == 20, BOUND);
            }
        }
    }

    @Test
    void keepsRetainedMessageAboveEightKilobytesForLateSubscriber() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                Publisher publisher = new Publisher(broker.url())) {
            String status = "{\"online\":false,\"since\":5,\"version\":\"" + "x".repeat(100_000) + "\",\"boot\":\"b\"}";
            publisher.publishRetained("firn/s/n/status", status);
            try (LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "late")) {
                subscriber.await("status", ledger -> ledger.latest("/status").isPresent(), BOUND);
            }
        }
    }

    @Test
    void closedBrokerLeavesNoPortOpenAndItsNeighbourAlone() {
        EmbeddedBroker broker = EmbeddedBroker.start();
        try (EmbeddedBroker neighbour = EmbeddedBroker.start()) {
            assertThat(LoopbackPort.accepts(broker.port())).isTrue();
            broker.close();
            assertThat(LoopbackPort.accepts(broker.port())).isFalse();
            assertThat(LoopbackPort.accepts(neighbour.port())).isTrue();
        }
    }
}
