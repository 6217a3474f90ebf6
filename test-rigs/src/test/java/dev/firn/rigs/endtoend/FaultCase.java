package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.faults.BrokerFault;
import dev.firn.rigs.faults.ChaosProxy;
import dev.firn.rigs.faults.HostileBroker;
import dev.firn.rigs.faults.LinkFault;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.ArrivalOrder;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.ledger.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A gateway that replays three hundred readings, ten a second, each a window of its own, over a link to a broker of its own.
 * In the middle of it, a fault; then it is left alone.
 */
final class FaultCase implements AutoCloseable {

    private static final int READINGS = 300;
    private static final int A_FEW = 20;
    private static final Duration BOUND = Duration.ofMinutes(3);

    /** The launcher allows 128 MB of heap; beside it are code, classes and stacks. */
    private static final long MOST_RESIDENT_BYTES = 200L << 20;

    /** A segment that is still written to, and one that waits to be deleted. */
    private static final long MOST_OUTBOX_BYTES = 3L << 20;

    private final GatewayRig rig = new GatewayRig();
    private final ChaosProxy link = ChaosProxy.to(rig.broker());
    private final ArrivalOrder order = new ArrivalOrder();
    private final LedgerSubscriber inOrder =
            LedgerSubscriber.connect(rig.broker().url(), "in-order", order);
    private Optional<GatewayProcess> running = Optional.empty();

    /** What is done to the link once messages flow, up to the end of the fault. */
    @FunctionalInterface
    interface Trouble {
        void make(FaultCase of);
    }

    /** A fault of the link that lasts until the trouble is over. */
    void survives(LinkFault fault, Trouble trouble) {
        try (GatewayProcess gateway = start()) {
            rig.subscriber().await(A_FEW + " messages", ledger -> ledger.arrivals() >= A_FEW, BOUND);
            link.let(fault);
            trouble.make(this);
            link.heal();
            recovers(gateway, List.of());
        }
    }

    /** A broker that misbehaves from the start until the trouble is over; then a real one takes its place. */
    void survives(BrokerFault fault, HostileTrouble trouble) {
        try (HostileBroker hostile = HostileBroker.start(fault)) {
            link.leadTo(hostile);
            try (GatewayProcess gateway = start()) {
                trouble.make(hostile);
                link.leadTo(rig.broker());
                recovers(gateway, hostile.received());
            }
        }
    }

    /** What is waited for at a hostile broker. */
    @FunctionalInterface
    interface HostileTrouble {
        void make(HostileBroker hostile);
    }

    /** Waits until a number of messages more has come through. */
    void awaitMore(int messages) {
        long before = rig.ledger().arrivals();
        rig.subscriber().await(messages + " more messages", ledger -> ledger.arrivals() >= before + messages, BOUND);
    }

    /** Waits until the gateway has said that it cannot connect, and tried once more. */
    void awaitRefusal() {
        await().atMost(BOUND).until(() -> gateway().words().contains("refused"));
    }

    /** Waits until the gateway has connected anew so often. */
    void awaitReconnections(int connections) {
        link.awaitConnections(link.connections().size() + connections, BOUND);
    }

    private GatewayProcess gateway() {
        return running.orElseThrow();
    }

    private GatewayProcess start() {
        String[] rows = Stream.generate(() -> "271.5").limit(READINGS).toArray(String[]::new);
        GatewayProcess gateway = rig.start(GatewayConfig.publishingTo(link.url())
                .withoutQuality()
                .keepingAlive("4s")
                .inWindowsOf("1s")
                .atSpeed("10")
                .andThen("wait")
                .replaying(rig.written("station", SmetText.of("TA", Duration.ofSeconds(1), rows))));
        running = Optional.of(gateway);
        return gateway;
    }

    private void recovers(GatewayProcess gateway, List<Message> elsewhere) {
        rig.subscriber()
                .await(
                        "everything",
                        ledger -> {
                            Ledger whole = whole(ledger, elsewhere);
                            return whole.events("replay-ended").size() == 1
                                    && whole.gaps().isEmpty();
                        },
                        BOUND);
        assertThat(gateway.usage().residentBytes()).as("resident").isLessThan(MOST_RESIDENT_BYTES);
        assertThat(outboxBytes()).as("outbox").isLessThan(MOST_OUTBOX_BYTES);
        gateway.terminate();
        assertThat(gateway.waitFor(BOUND)).as(gateway.words()).isZero();
        rig.subscriber().drain(BOUND);
        Ledger whole = whole(rig.ledger(), elsewhere);
        LedgerAssert.assertComplete(whole);
        assertThat(whole.summaries()).as("each window").hasSize(READINGS).allMatch(summary -> summary.count() == 1);
        assertNotTooEager(link.connections());
    }

    /** What came first, whether in the end or to a broker that misbehaved. */
    private static Ledger whole(Ledger ledger, List<Message> elsewhere) {
        if (elsewhere.isEmpty()) {
            return ledger;
        }
        Ledger whole = new Ledger();
        elsewhere.forEach(whole::add);
        ledger.messages().forEach(whole::add);
        return whole;
    }

    /** Where a summary came after a later one of its series. */
    List<String> reversals() {
        inOrder.drain(BOUND);
        return order.reversals();
    }

    /** Never more than one connection a second, however the scheduler places them. */
    private static void assertNotTooEager(List<Duration> connections) {
        Duration span = connections.getLast().minus(connections.getFirst());
        assertThat(connections).as("connections in %s", span).hasSizeLessThanOrEqualTo((int) span.toSeconds() + 2);
    }

    private long outboxBytes() {
        try (Stream<Path> files = Files.walk(rig.directory().resolve("outbox"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        link.close();
        inOrder.close();
        rig.close();
    }
}
