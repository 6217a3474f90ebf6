package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.process.ChildProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An outbox on a file system of 400 kB, seen by the gateway alone. */
class DiskFullIT {

    private static final int READINGS = 3500;
    private static final String PACED = "150";

    private final GatewayRig rig = new GatewayRig();

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void backlogThatFillsTheDiskIsDeliveredAndWhatFoundNoRoomWaitsInMemory() {
        rig.broker().stop();
        try (ChildProcess gateway = start()) {
            awaitWords(gateway, "cannot be written");
            rig.broker().start();
            assertEverythingArrives(gateway);
        }
    }

    @Test
    void diskThatSomebodyElseFillsAndClearsCostsNothing() throws IOException {
        try (ChildProcess gateway = start()) {
            awaitLedger("messages", ledger -> ledger.size() > 50);
            Path filler = Path.of("/proc", Long.toString(gateway.pid()), "root")
                    .resolve(outbox().toString().substring(1))
                    .resolve("filler");
            fill(filler);
            awaitWords(gateway, "cannot be written");
            Files.delete(filler);
            assertEverythingArrives(gateway);
        }
    }

    private void assertEverythingArrives(ChildProcess gateway) {
        awaitLedger(
                "everything",
                ledger -> ledger.events("replay-ended").size() == 1
                        && ledger.gaps().isEmpty()
                        && !ledger.events("storage-back").isEmpty());
        gateway.terminate();
        assertThat(gateway.waitFor(GatewayRig.BOUND)).as(words(gateway)).isZero();
        rig.subscriber().drain(GatewayRig.BOUND);
        Ledger ledger = rig.ledger();
        LedgerAssert.assertComplete(ledger);
        assertThat(ledger.summaries()).hasSize(READINGS).allMatch(summary -> summary.count() == 1);
        assertThat(ledger.events("messages-dropped")).isEmpty();
        assertThat(ledger.events("storage-failed"))
                .as(words(gateway))
                .singleElement()
                .satisfies(failed ->
                        assertThat(failed.detail().path("reason").asText()).containsIgnoringCase("no space"));
        assertThat(ledger.events("storage-back")).as(words(gateway)).hasSize(1);
    }

    /** A mount of its own: root may make one, others may within a user namespace. */
    private ChildProcess start() {
        String[] rows = Stream.generate(() -> "271.5").limit(READINGS).toArray(String[]::new);
        GatewayConfig config = GatewayConfig.publishingTo(rig.broker().url())
                .withoutQuality()
                .inWindowsOf("1s")
                .atSpeed(PACED)
                .andThen("wait")
                .replaying(rig.written("station", SmetText.of("TA", Duration.ofSeconds(1), rows)));
        // Segments of an eighth of that: several have room on the disk.
        Path file = rig.write("gateway.yaml", config.yaml().replace("max-bytes: 64MB", "max-bytes: 1MB"));
        outbox().toFile().mkdir();
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!System.getProperty("user.name").equals("root")) {
            command.add("--map-root-user");
        }
        String launcher =
                rig.distribution().home().toAbsolutePath().resolve("bin/firn").toString();
        command.addAll(List.of(
                "sh",
                "-c",
                "mount -t tmpfs -o size=400k none \"$1\" && exec \"$2\" run --config \"$3\"",
                "sh",
                outbox().toString(),
                launcher,
                file.toString()));
        return ChildProcess.start(
                "firn", command, rig.directory(), Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    private Path outbox() {
        return rig.directory().resolve("outbox");
    }

    private static void fill(Path filler) throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space");
        }
    }

    private void awaitLedger(String what, Predicate<Ledger> wanted) {
        rig.subscriber().await(what, wanted, GatewayRig.BOUND);
    }

    private static void awaitWords(ChildProcess gateway, String words) {
        await().atMost(GatewayRig.BOUND)
                .until(() -> !gateway.isAlive() || words(gateway).contains(words));
        assertThat(words(gateway)).contains(words);
    }

    private static String words(ChildProcess gateway) {
        return String.join("\n", gateway.standardError());
    }
}
