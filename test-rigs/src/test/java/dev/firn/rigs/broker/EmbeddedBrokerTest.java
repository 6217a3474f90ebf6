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
            publisher.publishEvents(1, 5000);
            subscriber.drain(BOUND);
            assertThat(subscriber.ledger().size()).isEqualTo(5000);
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
    void keepsRetainedMessageForLateSubscriber() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                Publisher publisher = new Publisher(broker.url())) {
            publisher.publishRetained("firn/s/n/status", "{\"online\":true}");
            try (LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "late")) {
                subscriber.await("status", ledger -> ledger.latest("/status").isPresent(), BOUND);
            }
        }
    }

    @Test
    void takesMessagesAboveEightKilobytes() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start();
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                Publisher publisher = new Publisher(broker.url())) {
            publisher.publishRetained("firn/s/n/about", "{\"text\":\"" + "x".repeat(100_000) + "\"}");
            subscriber.await("about", ledger -> ledger.latest("/about").isPresent(), BOUND);
        }
    }

    @Test
    void twoBrokersLiveSideBySide() {
        try (EmbeddedBroker one = EmbeddedBroker.start();
                EmbeddedBroker other = EmbeddedBroker.start()) {
            assertThat(one.port()).isNotEqualTo(other.port());
        }
    }

    @Test
    void closedBrokerLeavesNoPortOpen() {
        EmbeddedBroker broker = EmbeddedBroker.start();
        int port = broker.port();
        assertThat(LoopbackPort.accepts(port)).isTrue();
        broker.close();
        assertThat(LoopbackPort.accepts(port)).isFalse();
    }
}
