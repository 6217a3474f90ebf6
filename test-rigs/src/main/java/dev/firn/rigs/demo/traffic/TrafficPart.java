package dev.firn.rigs.demo.traffic;

import dev.firn.rigs.broker.EmbeddedBroker;
import dev.firn.rigs.demo.part.PartReport;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.process.ScratchDirectory;
import java.time.Duration;

/**
 * Has the gateway replay sixteen sensors that measure every second, in windows of a minute, and counts what arrives below
 * the node's topics.
 */
public final class TrafficPart {

    private static final Duration BOUND = Duration.ofMinutes(10);
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(60);

    private TrafficPart() {}

    /**
     * Runs it.
     *
     * @param length how much of the day, from its first second
     * @throws dev.firn.rigs.RigException if it cannot be run
     */
    public static PartReport run(Distribution distribution, Duration length) {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-traffic")) {
            long startNanos = System.nanoTime();
            Account account = SecondBySecond.write(directory.path(), length);
            long replayNanos = System.nanoTime();
            Duration written = Duration.ofNanos(replayNanos - startNanos);
            try (EmbeddedBroker broker = EmbeddedBroker.start();
                    LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "firn-traffic");
                    GatewayProcess gateway = distribution.run(
                            configuration(account, broker.url()).writeTo(directory.path()))) {
                int exitCode = gateway.waitFor(BOUND);
                subscriber.drain(LAST_MESSAGES);
                Duration replayed = Duration.ofNanos(System.nanoTime() - replayNanos);
                return new Traffic(account, subscriber.ledger(), exitCode, length, written, replayed).report();
            }
        }
    }

    private static GatewayConfig configuration(Account account, String brokerUrl) {
        GatewayConfig configuration = GatewayConfig.publishingTo(brokerUrl).inWindowsOf("1m");
        for (ReplaySensor sensor : account.sensors()) {
            configuration = configuration.replaying(sensor);
        }
        return configuration;
    }
}
