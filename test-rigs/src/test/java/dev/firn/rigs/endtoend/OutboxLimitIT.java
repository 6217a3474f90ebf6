package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutboxLimitIT {

    /** Three months in three seconds: far more than a megabyte holds. */
    private static final String PACED = "2592000";

    private static final String FROM = "2014-12-01T00:00:00+01:00";
    private static final String TO = "2014-12-13T00:00:00+01:00";
    private static final int DAYS = 12;

    @Test
    void whatFoundNoRoomIsNamedAndEverythingElseArrives() {
        try (GatewayRig rig = new GatewayRig()) {
            rig.broker().stop();
            Path file = small(rig, config(rig, rig.station(Recording.WFJ2)));
            try (GatewayProcess gateway = rig.distribution().run(file)) {
                await().atMost(GatewayRig.BOUND)
                        .until(() -> gateway.words().lines().anyMatch(OutboxLimitIT::saysThatMessagesAreLost));
                rig.broker().start();
                assertThat(rig.ended(gateway)).as(gateway.words()).isZero();
            }
            Ledger ledger = rig.ledger();
            assertThat(ledger.epochs()).hasSize(1);
            assertThat(ledger.alteredDuplicates()).isEmpty();
            Set<Long> received = new TreeSet<>(ledger.seqs(ledger.epochs().getFirst()));
            Set<Long> lost = gone(ledger);
            assertThat(lost).as("announced as lost or merged").hasSizeGreaterThan(1000);
            assertThat(received).as("arrived").hasSizeGreaterThan(1000);

            long highest = received.stream().mapToLong(seq -> seq).max().orElseThrow();
            Set<Long> accountedFor = new TreeSet<>(received);
            accountedFor.addAll(lost);
            assertThat(accountedFor).hasSize((int) highest).startsWith(1L);
            // The newest are kept: the last words of the replay are there.
            assertThat(ledger.events("replay-ended")).hasSize(1);
        }
    }

    @Test
    void summariesThatFoundNoRoomComeMergedAndNoReadingIsMissing() {
        try (GatewayRig rig = new GatewayRig()) {
            rig.broker().stop();
            GatewayConfig config = config(rig, rig.station(Recording.WFJ2).between(FROM, TO));
            try (GatewayProcess gateway = rig.distribution().run(small(rig, config))) {
                await().atMost(GatewayRig.BOUND)
                        .until(() -> gateway.words().lines().anyMatch(line -> line.contains("outbox: full")));
                rig.broker().start();
                assertThat(rig.ended(gateway)).as(gateway.words()).isZero();
            }
            Ledger ledger = rig.ledger();
            assertThat(ledger.events("records-lost")).isEmpty();
            assertThat(ledger.events("summaries-merged")).isNotEmpty();
            assertThat(ledger.summaries())
                    .anyMatch(OutboxLimitIT::isOfAnHour)
                    .anyMatch(summary -> !isOfAnHour(summary));
            Map<String, Long> readings = new TreeMap<>();
            ledger.summaries().forEach(summary -> readings.merge(summary.series(), summary.count(), Long::sum));
            assertThat(readings).isNotEmpty();
            assertThat(readings.values())
                    .as("readings of each series: 48 a day")
                    .containsOnly(48L * DAYS);
        }
    }

    private static boolean isOfAnHour(PublishedSummary summary) {
        return summary.toMillis() - summary.fromMillis() == 3_600_000;
    }

    private static boolean saysThatMessagesAreLost(String line) {
        return line.matches(".*outbox: full: .* [1-9][0-9]* messages lost.*");
    }

    private static GatewayConfig config(GatewayRig rig, ReplaySensor station) {
        return rig.config().inWindowsOf("30m").atSpeed(PACED).replaying(station);
    }

    private static Path small(GatewayRig rig, GatewayConfig config) {
        return rig.write("gateway.yaml", config.yaml().replace("max-bytes: 64MB", "max-bytes: 1MB"));
    }

    /** What neither came nor will come under its number. */
    private static Set<Long> gone(Ledger ledger) {
        Set<Long> gone = new TreeSet<>();
        Stream.of("records-lost", "summaries-merged")
                .flatMap(kind -> ledger.events(kind).stream())
                .forEach(event -> LongStream.rangeClosed(event.number("from-seq"), event.number("to-seq"))
                        .forEach(gone::add));
        return gone;
    }
}
