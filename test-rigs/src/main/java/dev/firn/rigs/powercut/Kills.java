package dev.firn.rigs.powercut;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.faults.ChaosProxy;
import dev.firn.rigs.faults.LinkFault;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.process.ScratchDirectory;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The gateway ended by {@code kill -9} while it replays a recording, over a link that fails now and then. What it had
 * written stays, synced or not: cheaper than {@link PowerCuts}, and less. One thread.
 */
public final class Kills {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(1500);
    /** Half an hour of nine series in an eighth of a second. */
    private static final String PACED = "14400";

    private final Distribution distribution;
    private final Path configuration;
    private final ChaosProxy link;
    private final LedgerSubscriber subscriber;
    private final Tally tally;
    private final Random random;

    private Kills(
            Distribution distribution, Path configuration, ChaosProxy link, LedgerSubscriber subscriber, long seed) {
        this.distribution = distribution;
        this.configuration = configuration;
        this.link = link;
        this.subscriber = subscriber;
        tally = new Tally("kill -9", seed);
        random = new Random(seed);
    }

    /**
     * Kills it so often, and then lets it deliver.
     *
     * @param progress told after each kill
     * @throws RigException if a gateway does not come up
     */
    public static CutReport run(Distribution distribution, int kills, long seed, Consumer<String> progress) {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-kills");
                MosquittoBroker broker = MosquittoBroker.started();
                ChaosProxy link = ChaosProxy.to(broker);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger")) {
            Path configuration = GatewayConfig.publishingTo(link.url())
                    .atSpeed(PACED)
                    .andThen("repeat")
                    .replaying(ReplaySensor.smet("station", Recording.WFJ2.copyTo(directory.path())))
                    .writeTo(directory.path());
            Kills rig = new Kills(distribution, configuration, link, subscriber, seed);
            for (int kill = 1; kill <= kills; kill++) {
                rig.kill(Moment.random(rig.random, LONGEST_PAUSE));
                progress.accept("kill -9 " + kill + " of " + kills);
            }
            return rig.deliver();
        }
    }

    private void kill(Moment moment) {
        link.let(moment.link() == Moment.Link.DEAD ? new LinkFault.BlackHole() : new LinkFault.None());
        long startNanos = System.nanoTime();
        try (GatewayProcess gateway = distribution.run(configuration)) {
            if (!moment.early()) {
                awaitUp(gateway, startNanos);
            }
            gateway.poll(moment.pause().dividedBy(2));
            if (moment.link() == Moment.Link.DIES) {
                link.let(new LinkFault.BlackHole());
            }
            gateway.poll(moment.pause().dividedBy(2));
            gateway.kill();
            tally.ended(true, gateway.words());
        }
    }

    private CutReport deliver() {
        link.heal();
        long startNanos = System.nanoTime();
        try (GatewayProcess gateway = distribution.run(configuration)) {
            awaitUp(gateway, startNanos);
            long before = subscriber.ledger().size();
            subscriber.await(
                    "everything that was left, and more",
                    ledger -> ledger.size() > before && Tally.lost(ledger) == 0,
                    BOUND);
            gateway.terminate();
            int status = gateway.waitFor(BOUND);
            if (status != 0) {
                tally.complain("stopped as asked, it ended with " + status);
            }
            tally.ended(false, gateway.words());
        }
        subscriber.drain(BOUND);
        return tally.report(subscriber.ledger());
    }

    private void awaitUp(GatewayProcess gateway, long startNanos) {
        while (!Tally.isUp(gateway.words())) {
            if (gateway.poll(GLANCE).isPresent() || System.nanoTime() - startNanos > BOUND.toNanos()) {
                throw new RigException(
                        "after " + tally.cuts() + " kills the gateway does not come up; it says:\n" + gateway.words());
            }
        }
        tally.started(Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
