package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway with a sensor that is killed in the middle of a window. */
class CheckpointIT {

    private static final String ALTITUDE = "here/altitude";
    private static final long SHORT_MILLIS = 1000;

    private final GatewayRig rig = new GatewayRig();
    private final FakeGpsd receiver = new FakeGpsd();
    private final Path windows = rig.directory().resolve("outbox/windows.state");

    @AfterEach
    void end() {
        receiver.close();
        rig.close();
    }

    @Test
    void killedInAWindowItGoesOnWithTheReadingsUpToTheCheckpoint() {
        killAfterACheckpointAt(1000);
        killAfterACheckpointAt(2000);

        // Nobody asks for the month any more, so that it is summed up.
        try (GatewayProcess gateway = rig.distribution().run(configuration("1s"))) {
            rig.subscriber().await("the month", ledger -> !longWindows(ledger).isEmpty(), GatewayRig.BOUND);
            gateway.terminate();
            assertThat(gateway.waitFor(GatewayRig.BOUND)).as(gateway.words()).isZero();
        }
        rig.subscriber().drain(GatewayRig.BOUND);
        Ledger ledger = rig.ledger();
        LedgerAssert.assertComplete(ledger);
        assertThat(longWindows(ledger)).singleElement().satisfies(month -> {
            assertThat(month.statistic("min")).as("of the first life").hasValue(1000);
            assertThat(month.statistic("max")).as("of the second life").hasValue(2000);
        });
        assertThat(ledger.summaries())
                .extracting(summary -> summary.series() + " " + summary.fromMillis() + " " + summary.toMillis())
                .as("no window under two numbers")
                .doesNotHaveDuplicates();
        assertThat(ledger.events("windows-lost")).isEmpty();
    }

    private void killAfterACheckpointAt(double metres) {
        receiver.isAt(metres);
        try (GatewayProcess gateway = rig.distribution().run(configuration("[31d, 1s]"))) {
            rig.subscriber()
                    .await(
                            "a window at " + metres + " m",
                            ledger -> ledger.summaries().stream()
                                    .anyMatch(
                                            summary -> summary.statistic("min").orElse(0) == metres),
                            GatewayRig.BOUND);
            FileTime before = written();
            await().atMost(GatewayRig.BOUND).until(() -> written().compareTo(before) > 0);
            gateway.kill();
        }
    }

    private FileTime written() {
        try {
            return Files.getLastModifiedTime(windows);
        } catch (NoSuchFileException e) {
            return FileTime.fromMillis(0); // between two renames
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PublishedSummary> longWindows(Ledger ledger) {
        return GatewayRig.of(ALTITUDE, ledger).stream()
                .filter(summary -> summary.toMillis() - summary.fromMillis() > SHORT_MILLIS)
                .toList();
    }

    private Path configuration(String window) {
        return rig.write("gateway.yaml", """
                        node: {site: weissfluhjoch, id: groomer-1}
                        sensors:
                          - {id: here, driver: gpsd, host: 127.0.0.1, port: %d, every: 100ms}
                        pipeline: {window: %s}
                        outbox: {directory: outbox, sync-every: 100ms, checkpoint-every: 1s}
                        uplink: {mqtt: {url: "%s"}}
                        """.formatted(
                        receiver.port(), window, rig.broker().url()));
    }
}
