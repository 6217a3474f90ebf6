package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.faults.ChaosProxy;
import dev.firn.rigs.faults.LinkFault;
import dev.firn.rigs.faults.LinkFault.Direction;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.SummaryCheck;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CrashIT {

    private static final String FROM = "2014-12-20T00:00:00+01:00";
    private static final String TO = "2014-12-26T00:00:00+01:00";
    private static final Duration WINDOW = Duration.ofHours(1);
    /** Six days in six seconds: slow enough to be caught in the middle. */
    private static final String PACED = "86400";
    /** Beyond {@code sync-every}: by then the gateway has written down what it believes. */
    private static final Duration WRITTEN_DOWN = Duration.ofMillis(1500);

    @Test
    void killedTenTimesThenLeftAloneNothingIsMissing() {
        try (GatewayRig rig = new GatewayRig();
                ChaosProxy link = ChaosProxy.to(rig.broker())) {
            GatewayConfig config = GatewayConfig.publishingTo(link.url())
                    .withoutQuality()
                    .replaying(rig.station(Recording.WFJ2).between(FROM, TO));
            Path file = rig.directory().resolve(Recording.WFJ2.fileName());
            List<ExpectedSummary> expected = GatewayRig.expected(file, Slice.between(FROM, TO), WINDOW);

            for (Moment moment : moments(expected.size(), rig, link)) {
                killAt(moment, config, rig, link);
            }
            assertThat(rig.runToEnd(config)).isZero();

            Ledger ledger = rig.ledger();
            assertComplete(ledger);
            assertThat(ledger.duplicates()).isNotEmpty();
            assertThat(SummaryCheck.unjudged(expected).differences(ofLastRun(ledger)))
                    .isEmpty();
        }
    }

    /** The moments of the kill: before anything works, at the very first messages, on the way, at the end. */
    private static List<Moment> moments(int summaries, GatewayRig rig, ChaosProxy link) {
        return List.of(
                new Moment("the process has begun", "max", gateway -> {}),
                new Moment("its first words", "max", CrashIT::awaitFirstWords),
                new Moment("its first message", "max", gateway -> awaitNew(1, rig)),
                new Moment("its first messages", PACED, gateway -> awaitNew(4, rig)),
                new Moment("a tenth, and messages are lost on the way", PACED, gateway -> {
                    awaitNew(summaries / 10, rig);
                    link.let(new LinkFault.HalfOpen(Direction.REQUESTS));
                    awaitHeld(link, gateway);
                }),
                new Moment("a third, and acknowledgements are lost on the way", PACED, gateway -> {
                    awaitNew(summaries / 3, rig);
                    link.let(new LinkFault.HalfOpen(Direction.ANSWERS));
                    awaitHeld(link, gateway);
                }),
                new Moment("half", "max", gateway -> awaitNew(summaries / 2, rig)),
                new Moment("nearly all, and messages are lost on the way", PACED, gateway -> {
                    awaitNew(summaries * 8 / 10, rig);
                    link.let(new LinkFault.HalfOpen(Direction.REQUESTS));
                    awaitHeld(link, gateway);
                }),
                new Moment("the end", "max", gateway -> awaitEnd(rig)),
                new Moment("the end and all that was sent", "max", gateway -> {
                    awaitEnd(rig);
                    rig.subscriber().drain(GatewayRig.BOUND);
                }));
    }

    private static void killAt(Moment moment, GatewayConfig config, GatewayRig rig, ChaosProxy link) {
        // A gateway that waits at the end of the replay can be killed there, too.
        try (GatewayProcess gateway = rig.start(config.atSpeed(moment.speed).andThen("wait"))) {
            moment.waiting.accept(gateway);
            assertThat(gateway.isAlive())
                    .as("at %s the gateway is still alive: %s", moment.name, gateway.words())
                    .isTrue();
            gateway.kill();
        }
        link.heal();
        rig.subscriber().drain(GatewayRig.BOUND);
    }

    private static void awaitFirstWords(GatewayProcess gateway) {
        await().atMost(GatewayRig.BOUND).until(() -> !gateway.log().isEmpty());
    }

    private static void awaitHeld(ChaosProxy link, GatewayProcess gateway) {
        link.awaitLoss(GatewayRig.BOUND);
        assertThat(gateway.poll(WRITTEN_DOWN)).isEmpty();
    }

    private static void awaitNew(int messages, GatewayRig rig) {
        long before = rig.ledger().arrivals();
        awaitLedger(rig, messages + " more messages", ledger -> ledger.arrivals() >= before + messages);
    }

    private static void awaitEnd(GatewayRig rig) {
        int before = rig.ledger().events("replay-ended").size();
        awaitLedger(rig, "the end", ledger -> ledger.events("replay-ended").size() > before);
    }

    private static void awaitLedger(GatewayRig rig, String what, Predicate<Ledger> wanted) {
        rig.subscriber().await(what, wanted, GatewayRig.BOUND);
    }

    /** What is numbered after the last start: what is older was left over from runs before. */
    private static List<PublishedSummary> ofLastRun(Ledger ledger) {
        long start = ledger.events("started").stream()
                .mapToLong(PublishedEvent::seq)
                .max()
                .orElseThrow();
        return ledger.summaries().stream()
                .filter(summary -> summary.seq() > start)
                .toList();
    }

    /**
     * When to kill.
     *
     * @param waiting waits until then
     */
    private record Moment(String name, String speed, Consumer<GatewayProcess> waiting) {}
}
