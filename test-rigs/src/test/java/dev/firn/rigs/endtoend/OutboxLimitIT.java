package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutboxLimitIT {

    /** Three months in three seconds: far more than a megabyte holds. */
    private static final String PACED = "2592000";

    @Test
    void whatFoundNoRoomIsNamedAndEverythingElseArrives() {
        try (GatewayRig rig = new GatewayRig()) {
            rig.broker().stop();
            Path file = smallOutbox(rig);
            try (GatewayProcess gateway = rig.distribution().run(file)) {
                await().atMost(GatewayRig.BOUND)
                        .until(() -> gateway.words().lines().anyMatch(line -> line.contains("records lost")));
                rig.broker().start();
                assertThat(rig.ended(gateway)).as(gateway.words()).isZero();
            }
            Ledger ledger = rig.ledger();
            assertThat(ledger.epochs()).hasSize(1);
            assertThat(ledger.alteredDuplicates()).isEmpty();
            Set<Long> received = new TreeSet<>(ledger.seqs(ledger.epochs().getFirst()));
            Set<Long> lost = lost(ledger);
            assertThat(lost).as("announced as lost").hasSizeGreaterThan(1000);
            assertThat(received).as("arrived").hasSizeGreaterThan(1000);

            long highest = received.stream().mapToLong(seq -> seq).max().orElseThrow();
            Set<Long> accountedFor = new TreeSet<>(received);
            accountedFor.addAll(lost);
            assertThat(accountedFor).hasSize((int) highest).startsWith(1L);
            // The newest are kept: the last words of the replay are there.
            assertThat(ledger.events("replay-ended")).hasSize(1);
        }
    }

    private static Path smallOutbox(GatewayRig rig) {
        GatewayConfig config = rig.config().inWindowsOf("30m").atSpeed(PACED).replaying(rig.station(Recording.WFJ2));
        return rig.write("gateway.yaml", config.yaml().replace("max-bytes: 64MB", "max-bytes: 1MB"));
    }

    private static Set<Long> lost(Ledger ledger) {
        Set<Long> lost = new TreeSet<>();
        ledger.events("records-lost")
                .forEach(event -> LongStream.rangeClosed(event.number("from-seq"), event.number("to-seq"))
                        .forEach(lost::add));
        return lost;
    }
}
