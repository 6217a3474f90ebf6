package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.kernel.Devices;
import dev.firn.rigs.kernel.GuestBroker;
import dev.firn.rigs.kernel.GuestProcess;
import dev.firn.rigs.kernel.GuestSubscriber;
import dev.firn.rigs.kernel.KernelGuest;
import dev.firn.rigs.kernel.Outcome;
import dev.firn.rigs.kernel.Shell;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A Linux guest with devices, a broker and the built gateway in it, watched from outside. */
final class GuestRig implements AutoCloseable {

    /** Far beyond what anything here takes: it only keeps a hanging test from hanging for ever. */
    static final Duration BOUND = Duration.ofSeconds(90);

    private static final String REST = """
            node: {site: kronplatz, id: mast}
            pipeline: {window: 2s}
            outbox: {directory: /var/tmp/firn-outbox, sync-every: 100ms}
            uplink: {mqtt: {url: "tcp://127.0.0.1:1883"}}
            """;

    private final KernelGuest guest = KernelGuest.boot();
    private final Path launcher;
    private final GuestSubscriber subscriber;
    private long markedSeq;

    GuestRig() {
        try {
            launcher = Distribution.fromSystemProperty()
                    .home()
                    .toAbsolutePath()
                    .normalize()
                    .resolve("bin/firn");
            subscriber = GuestBroker.start(guest).subscribe();
        } catch (RuntimeException e) {
            guest.close();
            throw e;
        }
    }

    Devices devices() {
        return guest.devices();
    }

    KernelGuest guest() {
        return guest;
    }

    /** Writes a configuration with these sensors, with windows of two seconds, that does not wait for the clock. */
    String configure(String sensors) {
        return configure(sensors, "0s");
    }

    private String configure(String sensors, String wait) {
        String clock = "clock: {wait: " + wait + "}\n";
        return guest.write("gateway.yaml", "sensors:\n" + sensors + REST + clock)
                .toString();
    }

    /** Starts the service with these sensors, which waits so long for the clock from the guest's boot on. */
    GuestProcess start(String sensors, String wait) {
        return guest.start("firn", List.of(launcher.toString(), "run", "--config", configure(sensors, wait)), Map.of());
    }

    /** Starts the service with these sensors and waits until it says so. */
    GuestProcess run(String sensors) {
        GuestProcess gateway = start(sensors, "0s");
        subscriber.await(
                "the gateway's start", ledger -> !ledger.events("started").isEmpty(), BOUND);
        return gateway;
    }

    /** Runs another command of the launcher to its end. */
    Outcome firn(String... arguments) {
        return guest.execute(Shell.quoted(launcher.toString()) + " "
                + List.of(arguments).stream().map(Shell::quoted).collect(Collectors.joining(" ")) + " 2>&1");
    }

    /** Waits until everything that was published is as wanted. */
    Ledger awaitLedger(String what, Predicate<Ledger> wanted) {
        return subscriber.await(what, wanted, BOUND);
    }

    /** Everything that was published so far. */
    Ledger ledger() {
        return subscriber.ledger();
    }

    /** From here on, only what is published later is waited for. */
    void mark() {
        Ledger ledger = ledger();
        markedSeq = ledger.epochs().stream()
                .flatMap(epoch -> ledger.seqs(epoch).stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** Waits for a summary of a series. */
    PublishedSummary awaitSummary(String series, Predicate<PublishedSummary> wanted) {
        Predicate<PublishedSummary> whole =
                summary -> summary.seq() > markedSeq && summary.series().equals(series) && wanted.test(summary);
        return subscriber
                .await(
                        "a summary of " + series,
                        ledger -> ledger.summaries().stream().anyMatch(whole),
                        BOUND)
                .summaries()
                .stream()
                .filter(whole)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Waits for a summary of which every reading was near a value. */
    PublishedSummary awaitValue(String series, double value, double tolerance) {
        return awaitSummary(
                series,
                summary -> isNear(summary, "min", value, tolerance) && isNear(summary, "max", value, tolerance));
    }

    /** Waits for an event of a kind. */
    PublishedEvent awaitEvent(String kind) {
        return awaitEvent(kind, event -> true);
    }

    /** Waits for an event about a sensor or a bus. */
    PublishedEvent awaitEvent(String kind, String key, String name) {
        return awaitEvent(kind, event -> event.detail().path(key).asText().equals(name));
    }

    private PublishedEvent awaitEvent(String kind, Predicate<PublishedEvent> about) {
        Predicate<PublishedEvent> wanted =
                event -> event.seq() > markedSeq && event.kind().equals(kind) && about.test(event);
        return subscriber
                .await("the event " + kind, ledger -> ledger.events().stream().anyMatch(wanted), BOUND)
                .events()
                .stream()
                .filter(wanted)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    static boolean isNear(PublishedSummary summary, String statistic, double value, double tolerance) {
        return Math.abs(summary.statistic(statistic).orElse(Double.NaN) - value) <= tolerance;
    }

    /** Fails the test if a message came that is not as documented. */
    @Override
    public void close() {
        List<String> unreadable;
        try {
            unreadable = ledger().unreadable();
        } finally {
            guest.close();
        }
        assertThat(unreadable).as("messages that are not as documented").isEmpty();
    }
}
