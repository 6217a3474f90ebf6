package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedSummary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that is killed again and again while sensors publish to a broker beside it: it counts each message once. */
class SourceCrashIT {

    private static final int LIVES = 8;
    private static final int MOST_PER_STEP = 400;
    private static final int SENSORS = 3;
    private static final String QUANTITY = "/people-count";

    private final GatewayRig rig = new GatewayRig();
    private final MosquittoBroker local = MosquittoBroker.started();
    private final Random random = new Random(20_141_226);
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Long> sums = new HashMap<>();

    @AfterEach
    void end() {
        local.close();
        rig.close();
    }

    @Test
    void killedAtRandomMomentsItCountsEachMessageOnce() {
        Path configuration = configuration();
        try (SensorPublisher sensors = new SensorPublisher(local.url())) {
            // The session is there, so that the broker keeps what comes from now on.
            try (GatewayProcess gateway = rig.distribution().run(configuration)) {
                awaitListening(gateway);
            }
            for (int life = 0; life < LIVES; life++) {
                if (life == 3) {
                    rig.broker().stop();
                }
                if (life == 6) {
                    rig.broker().start();
                }
                liveAndDie(configuration, sensors);
            }
            try (GatewayProcess gateway = rig.distribution().run(configuration)) {
                publish(sensors, random.nextInt(MOST_PER_STEP));
                rig.subscriber()
                        .await("all of " + counts, ledger -> counted(ledger).equals(counts), GatewayRig.BOUND);
                gateway.terminate();
                assertThat(gateway.waitFor(GatewayRig.BOUND))
                        .as(gateway.words())
                        .isZero();
            }
        }
        rig.subscriber().drain(GatewayRig.BOUND);
        Ledger ledger = rig.ledger();
        assertComplete(ledger);
        assertThat(counted(ledger)).isEqualTo(counts);
        assertThat(summed(ledger)).isEqualTo(sums);
        assertThat(ledger.summaries())
                .extracting(summary -> summary.series() + " " + summary.fromMillis())
                .as("no window under two numbers")
                .doesNotHaveDuplicates();
        assertThat(ledger.events("readings-late")).isEmpty();
        assertThat(ledger.events("windows-lost")).isEmpty();
    }

    private void liveAndDie(Path configuration, SensorPublisher sensors) {
        try (GatewayProcess gateway = rig.distribution().run(configuration)) {
            if (random.nextInt(4) > 0) {
                awaitListening(gateway);
            }
            publish(sensors, random.nextInt(MOST_PER_STEP));
            if (random.nextBoolean() && rig.broker().isRunning()) {
                long before = rig.ledger().summaries().size();
                rig.subscriber()
                        .await("a window's end", ledger -> ledger.summaries().size() > before, GatewayRig.BOUND);
                publish(sensors, random.nextInt(MOST_PER_STEP));
            }
            gateway.kill();
        }
    }

    private void publish(SensorPublisher sensors, int messages) {
        for (int nth = 0; nth < messages; nth++) {
            String sensor = "s" + random.nextInt(SENSORS);
            // Few values, so that different messages are alike.
            long value = random.nextInt(3);
            sensors.publish("sensors/" + sensor, Long.toString(value));
            counts.merge("load." + sensor + QUANTITY, 1L, Long::sum);
            sums.merge("load." + sensor + QUANTITY, value, Long::sum);
        }
    }

    private static void awaitListening(GatewayProcess gateway) {
        await().atMost(GatewayRig.BOUND).until(() -> gateway.words().contains("source load: listens"));
    }

    private static Map<String, Long> counted(Ledger ledger) {
        Map<String, Long> counted = new HashMap<>();
        ledger.summaries().forEach(summary -> counted.merge(summary.series(), summary.count(), Long::sum));
        return counted;
    }

    private static Map<String, Long> summed(Ledger ledger) {
        Map<String, Long> summed = new HashMap<>();
        for (PublishedSummary summary : ledger.summaries()) {
            summed.merge(summary.series(), (long) summary.statistic("sum").orElse(0), Long::sum);
        }
        return summed;
    }

    private Path configuration() {
        return rig.write("gateway.yaml", """
                        node: {site: weissfluhjoch, id: hut-1}
                        sensors:
                          - id: load
                            driver: mqtt
                            url: "%s"
                            topic: "sensors/{sensor}"
                            series: [{quantity: people-count}]
                        pipeline: {window: 1s, quality: off}
                        outbox: {directory: outbox, sync-every: 100ms, checkpoint-every: 1s}
                        uplink: {mqtt: {url: "%s"}}
                        """.formatted(local.url(), rig.broker().url()));
    }
}
