package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.faults.ChaosProxy;
import dev.firn.rigs.faults.LinkFault;
import dev.firn.rigs.faults.LinkFault.Direction;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sensors that publish to a broker on the node. */
class MqttSourceIT {

    private static final String TEMPERATURE = "/air-temperature";
    private static final String PRESSURE = "/air-pressure";

    private final GatewayRig rig = new GatewayRig();
    private final MosquittoBroker local = MosquittoBroker.started();

    @AfterEach
    void end() {
        local.close();
        rig.close();
    }

    @Test
    void eachSensorOfAPatternHasItsSeriesInTheUnitOfItsQuantity() {
        try (GatewayProcess gateway = startAndListen();
                SensorPublisher sensors = new SensorPublisher(local.url())) {
            sensors.publish("huts/upper hut/state", """
                    {"battery": 97, "temperature": -3.5, "more": {"pressure": [801.2, 1]}}""");
            sensors.publish("huts/lower/state", """
                    {"temperature": "-1.25"}""");
            PublishedSummary upper = awaitSummary("hut.upper_hut" + TEMPERATURE);
            assertThat(upper.unit()).isEqualTo("Cel");
            assertThat(upper.statistic("mean")).hasValue(-3.5);
            PublishedSummary pressure = awaitSummary("hut.upper_hut" + PRESSURE);
            assertThat(pressure.unit()).isEqualTo("Pa");
            assertThat(pressure.statistic("mean")).hasValue(80_120);
            assertThat(awaitSummary("hut.lower" + TEMPERATURE).statistic("mean"))
                    .hasValue(-1.25);
            assertThat(GatewayRig.of("hut.lower" + PRESSURE, rig.ledger())).isEmpty();
            stop(gateway);
        }
    }

    @Test
    void aMessageThatSaysItsTimeIsInTheWindowOfThatTime() {
        try (GatewayProcess gateway = startAndListen();
                SensorPublisher sensors = new SensorPublisher(local.url())) {
            sensors.publish("dated/mast", """
                    {"v": 7, "at": 1700000000500}""");
            sensors.publish("dated/mast", """
                    {"v": 9, "at": "2023-11-14T23:13:22+01:00"}""");
            await("both", ledger -> GatewayRig.of("dated/wind-speed", ledger).size() == 2);
            assertThat(GatewayRig.of("dated/wind-speed", rig.ledger()))
                    .extracting(PublishedSummary::fromMillis)
                    .containsExactly(1_700_000_000_000L, 1_700_000_002_000L);
            stop(gateway);
        }
    }

    @Test
    void messagesThatSayNothingOfUseAreReportedAndTheOthersGoOn() {
        try (GatewayProcess gateway = startAndListen();
                SensorPublisher sensors = new SensorPublisher(local.url())) {
            for (String bad : List.of("{\"temperature\":", "{}", "", "warm", "{\"temperature\": \"warm\"}", "[[[[")) {
                sensors.publish("huts/broken/state", bad);
            }
            sensors.publish("huts/fine/state", "{\"temperature\": 4}");
            assertThat(awaitSummary("hut.fine" + TEMPERATURE).count()).isEqualTo(1);
            await("the event", ledger -> !ledger.events("messages-unreadable").isEmpty());
            assertThat(rig.ledger().events("messages-unreadable"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.severity()).isEqualTo("warning");
                        assertThat(event.detail().path("sensor").asText()).isEqualTo("hut");
                        assertThat(event.detail().path("topic").asText()).isEqualTo("huts/broken/state");
                        assertThat(event.detail().path("reason").asText()).contains("JSON");
                        assertThat(event.detail().path("count").asLong()).isEqualTo(1);
                    });
            stop(gateway);
        }
    }

    @Test
    void aBrokerThatGoesAndComesLosesNothing() {
        try (GatewayProcess gateway = startAndListen()) {
            publish(1, 50);
            local.stop();
            await("its loss", ledger -> !lost(ledger).isEmpty());
            local.start();
            publish(51, 100);
            await("its return", ledger -> !ledger.events("sensor-back").isEmpty());
            publish(101, 150);
            await("all", ledger -> sum("gate/people-count", "count", ledger) == 150);
            assertThat(sum("gate/people-count", "sum", rig.ledger())).isEqualTo(150 * 151 / 2);
            stop(gateway);
        }
    }

    @Test
    void whatIsSentAgainSinceItsAcknowledgementWasLostIsNotCountedAgain() {
        try (ChaosProxy link = ChaosProxy.to(local)) {
            Path configuration = configuration(link.url());
            try (GatewayProcess gateway = rig.distribution().run(configuration)) {
                awaitListening(gateway);
                link.let(new LinkFault.HalfOpen(Direction.REQUESTS));
                publish(1, 10);
                await("the ten", ledger -> sum("gate/people-count", "count", ledger) == 10);
                link.heal();
                await("its return", ledger -> !ledger.events("sensor-back").isEmpty());
                link.let(new LinkFault.HalfOpen(Direction.REQUESTS));
                publish(11, 20);
                await("the next ten", ledger -> sum("gate/people-count", "count", ledger) == 20);
                gateway.kill();
            }
            link.heal();
            try (GatewayProcess gateway = rig.distribution().run(configuration)) {
                publish(21, 30);
                await("the last ten", ledger -> sum("gate/people-count", "count", ledger) >= 30);
                stop(gateway);
            }
            assertThat(sum("gate/people-count", "count", rig.ledger())).isEqualTo(30);
            assertThat(sum("gate/people-count", "sum", rig.ledger())).isEqualTo(30 * 31 / 2);
        }
    }

    @Test
    void whatComesWhileTheGatewayIsDownIsThereAndARetainedValueIsNotCountedAgain() {
        try (GatewayProcess gateway = startAndListen()) {
            stop(gateway);
        }
        publish(1, 300);
        try (SensorPublisher sensors = new SensorPublisher(local.url())) {
            sensors.publishRetained("gates/1", "1000");
        }
        try (GatewayProcess gateway = rig.distribution().run(configuration())) {
            await("all", ledger -> sum("gate/people-count", "count", ledger) == 301);
            stop(gateway);
        }
        try (GatewayProcess gateway = rig.distribution().run(configuration())) {
            publish(1, 1);
            await("one more", ledger -> sum("gate/people-count", "count", ledger) == 302);
            assertThat(sum("gate/people-count", "sum", rig.ledger())).isEqualTo(300 * 301 / 2 + 1000 + 1);
            stop(gateway);
        }
    }

    private void publish(int from, int to) {
        try (SensorPublisher sensors = new SensorPublisher(local.url())) {
            for (int value = from; value <= to; value++) {
                sensors.publish("gates/1", Integer.toString(value));
            }
        }
    }

    private GatewayProcess startAndListen() {
        GatewayProcess gateway = rig.distribution().run(configuration());
        awaitListening(gateway);
        return gateway;
    }

    private static void awaitListening(GatewayProcess gateway) {
        Awaitility.await()
                .atMost(GatewayRig.BOUND)
                .until(() -> gateway.words().contains("source gate: listens")
                        && gateway.words().contains("source hut: listens")
                        && gateway.words().contains("source dated: listens"));
    }

    private void stop(GatewayProcess gateway) {
        gateway.terminate();
        assertThat(gateway.waitFor(GatewayRig.BOUND)).as(gateway.words()).isZero();
        rig.subscriber().drain(GatewayRig.BOUND);
        assertComplete(rig.ledger());
    }

    private static List<PublishedEvent> lost(Ledger ledger) {
        return ledger.events("sensor-lost").stream()
                .filter(event -> event.detail().path("sensor").asText().equals("gate"))
                .toList();
    }

    private static long sum(String series, String figure, Ledger ledger) {
        return (long) GatewayRig.of(series, ledger).stream()
                .mapToDouble(summary -> figure.equals("count")
                        ? summary.count()
                        : summary.statistic(figure).orElse(0))
                .sum();
    }

    private PublishedSummary awaitSummary(String series) {
        await(series, ledger -> !GatewayRig.of(series, ledger).isEmpty());
        return GatewayRig.of(series, rig.ledger()).getFirst();
    }

    private void await(String what, Predicate<Ledger> wanted) {
        rig.subscriber().await(what, wanted, GatewayRig.BOUND);
    }

    private Path configuration() {
        return configuration(local.url());
    }

    private Path configuration(String url) {
        return rig.write("gateway.yaml", """
                        node: {site: weissfluhjoch, id: hut-1}
                        sensors:
                          - id: hut
                            driver: mqtt
                            url: "%1$s"
                            topic: "huts/{sensor}/state"
                            series:
                              - {quantity: air-temperature, value: /temperature}
                              - {quantity: air-pressure, value: /more/pressure/0, factor: 100}
                          - {id: gate, driver: mqtt, url: "%1$s", topic: gates/+, series: [{quantity: people-count}]}
                          - id: dated
                            driver: mqtt
                            url: "%1$s"
                            topic: dated/+
                            time: /at
                            series: [{quantity: wind-speed, value: /v}]
                        pipeline: {window: 1s}
                        outbox: {directory: outbox, sync-every: 100ms, checkpoint-every: 1s}
                        uplink: {mqtt: {url: "%2$s"}}
                        """.formatted(url, rig.broker().url()));
    }
}
