package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway with a receiver that is read as time goes by: it is stopped and started again while windows are open. */
class RestartIT {

    private static final String ALTITUDE = "here/altitude";
    /** A month that does not end while the test runs, and what tells of its readings at once. */
    private static final String LONG_AND_SHORT = "[31d, 1s]";

    private static final String SHORT = "1s";
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
    void oneSummaryHoldsTheReadingsOfBothRuns() {
        runUntilMeasuredAt(1000, LONG_AND_SHORT);
        assertThat(windows).isNotEmptyFile();
        runUntilMeasuredAt(2000, LONG_AND_SHORT);
        assertThat(longWindows(rig.ledger())).as("sent early").isEmpty();
        assertThat(rig.ledger().events("stopped")).hasSize(2);

        // Nobody asks for the month any more, so that it is summed up.
        runUntilMeasuredAt(3000, SHORT);
        Ledger ledger = rig.ledger();
        LedgerAssert.assertComplete(ledger);
        assertThat(longWindows(ledger)).singleElement().satisfies(month -> {
            assertThat(month.statistic("min")).hasValue(1000);
            assertThat(month.statistic("max")).hasValue(2000);
            assertThat(month.statistic("last")).hasValue(2000);
            assertThat(month.count()).isEqualTo(readingsOfTwoRuns(ledger));
        });
        assertThat(shortWindows(ledger))
                .as("each is sent once, those of the stops too")
                .extracting(PublishedSummary::fromMillis)
                .doesNotHaveDuplicates();
        assertThat(ledger.events("windows-lost")).isEmpty();
        assertThat(ledger.events("readings-late")).isEmpty();
    }

    @Test
    void damagedWindowsGiveWayToTheCheckpointBefore() throws IOException {
        runUntilMeasuredAt(1000, SHORT);
        damage(windows);
        runUntilMeasuredAt(2000, SHORT);
        assertThat(rig.ledger().events("windows-lost")).isEmpty();
        assertThat(windows.resolveSibling("windows.state.damaged")).exists();
        LedgerAssert.assertComplete(rig.ledger());
    }

    @Test
    void whenNoneCanBeReadItIsAnAlarmAndTheGatewayGoesOn() throws IOException {
        runUntilMeasuredAt(1000, SHORT);
        damage(windows);
        damage(windows.resolveSibling("windows.state.previous"));
        runUntilMeasuredAt(2000, SHORT);
        PublishedEvent lost = rig.ledger().events("windows-lost").getFirst();
        assertThat(lost.severity()).isEqualTo("alarm");
        assertThat(lost.detail().path("reason").asText()).contains("sum", "windows.state.damaged");
        assertThat(windows.resolveSibling("windows.state.damaged")).exists();
        LedgerAssert.assertComplete(rig.ledger());
    }

    /** Starts the gateway with the receiver at another altitude, and stops it once a window of that is published. */
    private void runUntilMeasuredAt(double metres, String window) {
        receiver.isAt(metres);
        try (GatewayProcess gateway = rig.distribution().run(configuration(window))) {
            rig.subscriber()
                    .await(
                            "a window at " + metres + " m",
                            ledger -> shortWindows(ledger).stream()
                                    .anyMatch(
                                            summary -> summary.statistic("min").orElse(0) == metres),
                            GatewayRig.BOUND);
            gateway.terminate();
            assertThat(gateway.waitFor(GatewayRig.BOUND)).as(gateway.words()).isZero();
        }
        rig.subscriber().drain(GatewayRig.BOUND);
    }

    private Path configuration(String window) {
        return rig.write("gateway.yaml", """
                        node: {site: weissfluhjoch, id: groomer-1}
                        sensors:
                          - {id: here, driver: gpsd, host: 127.0.0.1, port: %d, every: 100ms}
                        pipeline: {window: %s}
                        outbox: {directory: outbox, sync-every: 100ms}
                        uplink: {mqtt: {url: "%s"}}
                        """.formatted(
                        receiver.port(), window, rig.broker().url()));
    }

    private static void damage(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap("damage".getBytes(StandardCharsets.US_ASCII)), channel.size() / 2);
        }
    }

    /** Those of the third run begin after the second stop. */
    private static long readingsOfTwoRuns(Ledger ledger) {
        long stopMillis = ledger.events("stopped").get(1).timeMillis();
        return shortWindows(ledger).stream()
                .filter(summary -> summary.fromMillis() <= stopMillis)
                .mapToLong(PublishedSummary::count)
                .sum();
    }

    private static List<PublishedSummary> shortWindows(Ledger ledger) {
        return GatewayRig.of(ALTITUDE, ledger).stream()
                .filter(summary -> summary.toMillis() - summary.fromMillis() == SHORT_MILLIS)
                .toList();
    }

    private static List<PublishedSummary> longWindows(Ledger ledger) {
        return GatewayRig.of(ALTITUDE, ledger).stream()
                .filter(summary -> summary.toMillis() - summary.fromMillis() > SHORT_MILLIS)
                .toList();
    }
}
