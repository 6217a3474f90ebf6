package dev.firn.rigs.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import dev.firn.rigs.ledger.LedgerSubscriber;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;

class FragileLinkTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void carriesWhatIsPublished() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                FragileLink link = FragileLink.to(broker);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(link.url(), "ledger");
                Publisher publisher = new Publisher(link.url())) {
            publisher.publishEvents(1, 100);
            subscriber.await("all", ledger -> ledger.size() == 100, BOUND);
        }
    }

    @Test
    void heldMessagesAreLostWhenTheLinkIsCut() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                FragileLink link = FragileLink.to(broker);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                Publisher publisher = new Publisher(link.url())) {
            publisher.publishEvents(1, 1);
            link.holdRequests();
            publisher.publishWithoutWaiting(2);
            link.awaitHeld(BOUND);
            link.cut();
            try (Publisher again = new Publisher(link.url())) {
                again.publishEvents(3, 3);
            }
            subscriber.drain(BOUND);
            assertThat(subscriber.ledger().seqs(Publisher.EPOCH)).containsExactly(1L, 3L);
        }
    }

    @Test
    void messagesWithHeldAnswersArriveUnacknowledged() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                FragileLink link = FragileLink.to(broker);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                Publisher publisher = new Publisher(link.url())) {
            link.holdAnswers();
            assertThat(publisher.publishWithoutWaiting(1).isComplete()).isFalse();
            link.awaitHeld(BOUND);
            subscriber.await("the message", ledger -> ledger.size() == 1, BOUND);
            link.cut();
        }
    }

    @Test
    void brokerThatIsAwayIsAwayBehindTheLinkToo() {
        try (MosquittoBroker broker = MosquittoBroker.stopped();
                FragileLink link = FragileLink.to(broker)) {
            assertThatThrownBy(() -> new Publisher(link.url())).isInstanceOf(MqttException.class);
        }
    }

    @Test
    void silenceIsNotWaitedForBeyondTheBound() {
        try (MosquittoBroker broker = MosquittoBroker.stopped();
                FragileLink link = FragileLink.to(broker)) {
            link.holdAnswers();
            assertThatThrownBy(() -> link.awaitHeld(Duration.ofMillis(10))).isInstanceOf(RigException.class);
        }
    }
}
