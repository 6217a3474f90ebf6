package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.faults.ChaosProxy;
import dev.firn.rigs.faults.LinkFault;
import dev.firn.rigs.faults.LinkFault.Direction;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.SummaryCheck;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageIT {

    private static final String FROM = "2014-12-20T00:00:00+01:00";
    private static final String TO = "2014-12-30T00:00:00+01:00";
    /** Ten days in five seconds: over 400 messages a second. */
    private static final String PACED = "172800";

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    @Test
    void brokerThatGoesDownTwiceMissesNothing() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProcess gateway = rig.start(config(rig, rig.broker().url()))) {
            awaitMessages(300, rig);
            stopBrokerForAWhile(rig, gateway);
            awaitMessages(900, rig);
            stopBrokerForAWhile(rig, gateway);
            assertEverythingArrives(rig, gateway);
        }
    }

    @Test
    void brokerThatComesLateMissesNothing() {
        try (GatewayRig rig = new GatewayRig()) {
            rig.broker().stop();
            try (GatewayProcess gateway = rig.start(config(rig, rig.broker().url()))) {
                assertThat(gateway.poll(A_WHILE)).as(gateway.words()).isEmpty();
                rig.broker().start();
                assertEverythingArrives(rig, gateway);
            }
        }
    }

    @Test
    void messagesLostOnTheWayAreSentAgain() {
        try (GatewayRig rig = new GatewayRig();
                ChaosProxy link = ChaosProxy.to(rig.broker());
                GatewayProcess gateway = rig.start(config(rig, link.url()))) {
            awaitMessages(300, rig);
            link.let(new LinkFault.HalfOpen(Direction.REQUESTS));
            link.awaitLoss(GatewayRig.BOUND);
            assertThat(gateway.poll(A_WHILE)).as(gateway.words()).isEmpty();
            link.heal();
            assertEverythingArrives(rig, gateway);
        }
    }

    @Test
    void messagesWhoseAcknowledgementsAreLostAreSentAgainUnderTheSameNumbers() {
        try (GatewayRig rig = new GatewayRig();
                ChaosProxy link = ChaosProxy.to(rig.broker());
                GatewayProcess gateway = rig.start(config(rig, link.url()))) {
            awaitMessages(300, rig);
            link.let(new LinkFault.HalfOpen(Direction.ANSWERS));
            link.awaitLoss(GatewayRig.BOUND);
            assertThat(gateway.poll(A_WHILE)).as(gateway.words()).isEmpty();
            link.heal();
            assertEverythingArrives(rig, gateway);
            assertThat(rig.ledger().duplicates()).isNotEmpty();
        }
    }

    private static GatewayConfig config(GatewayRig rig, String brokerUrl) {
        return GatewayConfig.publishingTo(brokerUrl)
                .withoutQuality()
                .atSpeed(PACED)
                .replaying(rig.station(Recording.WFJ2).between(FROM, TO));
    }

    private static void awaitMessages(int messages, GatewayRig rig) {
        rig.subscriber().await(messages + " messages", ledger -> ledger.arrivals() >= messages, GatewayRig.BOUND);
    }

    private static void stopBrokerForAWhile(GatewayRig rig, GatewayProcess gateway) {
        rig.broker().stop();
        assertThat(gateway.poll(A_WHILE)).as(gateway.words()).isEmpty();
        rig.broker().start();
    }

    private static void assertEverythingArrives(GatewayRig rig, GatewayProcess gateway) {
        assertThat(rig.ended(gateway)).as(gateway.words()).isZero();
        Path file = rig.directory().resolve(Recording.WFJ2.fileName());
        List<ExpectedSummary> expected = GatewayRig.expected(file, Slice.between(FROM, TO), Duration.ofHours(1));
        assertComplete(rig.ledger());
        assertThat(SummaryCheck.unjudged(expected).differences(rig.ledger().summaries()))
                .isEmpty();
    }
}
