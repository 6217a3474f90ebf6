package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.process.ScratchDirectory;
import dev.firn.rigs.recompute.ExpectedSummary;
import dev.firn.rigs.recompute.Recomputation;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Slice;
import dev.firn.rigs.recompute.Smet;
import dev.firn.rigs.recordings.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** A broker, a subscriber that was there first, and a directory to run the built gateway in. */
final class GatewayRig implements AutoCloseable {

    /** Far beyond what anything here takes: it only keeps a hanging test from hanging for ever. */
    static final Duration BOUND = Duration.ofMinutes(2);

    private final Distribution distribution = Distribution.fromSystemProperty();
    private final ScratchDirectory directory = ScratchDirectory.create("firn-end-to-end");
    private final MosquittoBroker broker = MosquittoBroker.started();
    private final LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger");

    MosquittoBroker broker() {
        return broker;
    }

    LedgerSubscriber subscriber() {
        return subscriber;
    }

    Path directory() {
        return directory.path();
    }

    Distribution distribution() {
        return distribution;
    }

    /** A configuration without sensors, which leaves out the judgement. */
    GatewayConfig config() {
        return GatewayConfig.publishingTo(broker.url()).withoutQuality();
    }

    /** A copy of a recording as a sensor. */
    ReplaySensor station(Recording recording) {
        return recorded("station", recording);
    }

    /** A copy of a recording as a sensor of this name. */
    ReplaySensor recorded(String sensor, Recording recording) {
        return ReplaySensor.smet(sensor, recording.copyTo(directory()));
    }

    /** A file that is written for the test. */
    Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A station's file that is written for the test. */
    ReplaySensor written(String sensor, SmetText text) {
        return ReplaySensor.smet(sensor, write(sensor + ".smet", text.toString()));
    }

    GatewayProcess start(GatewayConfig config) {
        return distribution.run(config.writeTo(directory()));
    }

    /** Runs a gateway whose replay ends, and gives its exit code when everything has arrived. */
    int runToEnd(GatewayConfig config) {
        try (GatewayProcess gateway = start(config)) {
            return ended(gateway);
        }
    }

    /** Runs a gateway whose replay ends, and gives all that has arrived, without a gap and every reading accounted for. */
    Ledger replayed(GatewayConfig config) {
        try (GatewayProcess gateway = start(config)) {
            int exitCode = ended(gateway);
            assertThat(exitCode).as(gateway.words()).isZero();
        }
        Ledger ledger = ledger();
        LedgerAssert.assertComplete(ledger);
        return ledger;
    }

    /** The exit code of a gateway whose replay ends, when everything has arrived. */
    int ended(GatewayProcess gateway) {
        int exitCode = gateway.waitFor(BOUND);
        subscriber.drain(BOUND);
        return exitCode;
    }

    Ledger ledger() {
        return subscriber.ledger();
    }

    /** The summaries of a series, by the start of their windows, the shorter first. */
    static List<PublishedSummary> of(String series, Ledger ledger) {
        return ledger.summaries().stream()
                .filter(summary -> summary.series().equals(series))
                .sorted(Comparator.comparingLong(PublishedSummary::fromMillis)
                        .thenComparingLong(PublishedSummary::toMillis))
                .toList();
    }

    /** What must come of part of a station's file. */
    static List<ExpectedSummary> expected(Path file, Slice slice, Duration window) {
        Recorded recorded = Smet.read(file, slice);
        return new Recomputation(window).summaries("station", recorded);
    }

    /** Fails the test if a message came that is not as documented. */
    @Override
    public void close() {
        List<String> unreadable = ledger().unreadable();
        subscriber.close();
        broker.close();
        directory.close();
        assertThat(unreadable).as("messages that are not as documented").isEmpty();
    }
}
