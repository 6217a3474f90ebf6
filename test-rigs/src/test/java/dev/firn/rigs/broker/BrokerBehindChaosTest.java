package dev.firn.rigs.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import dev.firn.rigs.faults.ChaosProxy;
import dev.firn.rigs.faults.LinkFault;
import dev.firn.rigs.faults.LinkFault.Direction;
import dev.firn.rigs.ledger.LedgerSubscriber;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;

class BrokerBehindChaosTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void carriesWhatIsPublished() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                ChaosProxy link = ChaosProxy.to(broker);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(link.url(), "ledger");
                Publisher publisher = new Publisher(link.url())) {
            publisher.publishEvents(1, 100);
            subscriber.await("all", ledger -> ledger.size() == 100, BOUND);
        }
    }

    @Test
    void messagesOnADeadLinkAreLost() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                ChaosProxy link = ChaosProxy.to(broker);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                Publisher publisher = new Publisher(link.url())) {
            publisher.publishEvents(1, 1);
            link.let(new LinkFault.HalfOpen(Direction.REQUESTS));
            publisher.publishWithoutWaiting(2);
            link.awaitLoss(BOUND);
            link.heal();
            try (Publisher again = new Publisher(link.url())) {
                again.publishEvents(3, 3);
            }
            subscriber.drain(BOUND);
            assertThat(subscriber.ledger().seqs(Publisher.EPOCH)).containsExactly(1L, 3L);
        }
    }

    @Test
    void messagesWhoseAnswersAreLostArriveUnacknowledged() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.started();
                ChaosProxy link = ChaosProxy.to(broker);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");
                Publisher publisher = new Publisher(link.url())) {
            link.let(new LinkFault.HalfOpen(Direction.ANSWERS));
            assertThat(publisher.publishWithoutWaiting(1).isComplete()).isFalse();
            link.awaitLoss(BOUND);
            subscriber.await("the message", ledger -> ledger.size() == 1, BOUND);
            link.heal();
        }
    }

    @Test
    void brokerThatIsAwayIsAwayBehindTheLinkToo() {
        try (MosquittoBroker broker = MosquittoBroker.stopped();
                ChaosProxy link = ChaosProxy.to(broker)) {
            assertThatThrownBy(() -> new Publisher(link.url())).isInstanceOf(MqttException.class);
        }
    }

    @Test
    void silenceIsNotWaitedForBeyondTheBound() {
        try (MosquittoBroker broker = MosquittoBroker.stopped();
                ChaosProxy link = ChaosProxy.to(broker)) {
            link.let(new LinkFault.HalfOpen(Direction.ANSWERS));
            assertThatThrownBy(() -> link.awaitLoss(Duration.ofMillis(10))).isInstanceOf(RigException.class);
        }
    }
}
