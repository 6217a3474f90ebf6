package dev.firn.rigs.endtoend;

import static dev.firn.rigs.endtoend.LedgerAssert.assertComplete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.gateway.ReplaySensor;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.process.ScratchDirectory;
import dev.firn.rigs.recordings.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifecycleIT {

    private static final String FROM = "2014-12-26T00:00:00+01:00";
    private static final String TO = "2014-12-27T00:00:00+01:00";
    private static final Instant DAY_START = Instant.parse("2014-12-25T23:00:00Z");
    /** A day in six seconds. */
    private static final String PACED = "14400";

    @Test
    void saysWhoAndWhatItIsAndThatItIsThere() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProcess gateway = rig.start(day(rig).andThen("wait"))) {
            awaitFirstSummary(rig);
            assertThat(retained("/status", rig)).contains("\"online\":true", "\"since\":", "\"version\":", "\"boot\":");
            assertThat(retained("/about", rig)).contains("station", "air-temperature", "Cel", "46.83", "2540");
            assertThat(gateway.isAlive()).isTrue();
        }
    }

    @Test
    void terminatedGatewaySaysGoodbyeAndEndsWell() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProcess gateway = rig.start(day(rig).atSpeed(PACED))) {
            awaitFirstSummary(rig);
            gateway.terminate();
            assertThat(gateway.waitFor(GatewayRig.BOUND)).as(gateway.words()).isZero();
            rig.subscriber().drain(GatewayRig.BOUND);
            assertThat(retained("/status", rig)).contains("\"online\":false");
            assertThat(rig.ledger().events("stopped")).hasSize(1);
            assertComplete(rig.ledger());
        }
    }

    @Test
    void brokerTellsOfKilledGateway() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProcess gateway = rig.start(day(rig).atSpeed(PACED))) {
            awaitFirstSummary(rig);
            gateway.kill();
            rig.subscriber().await("last will", LifecycleIT::isOffline, GatewayRig.BOUND);
            assertThat(retained("/status", rig)).contains("\"online\":false");
        }
    }

    @Test
    void secondGatewayOnSameOutboxIsRefused() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProcess first = rig.start(day(rig).andThen("wait"))) {
            awaitFirstSummary(rig);
            try (GatewayProcess second = rig.start(day(rig).andThen("wait"))) {
                assertThat(second.waitFor(GatewayRig.BOUND)).as(second.words()).isNotZero();
                assertThat(second.words())
                        .contains(rig.directory().resolve("outbox").toString())
                        .doesNotContain("Exception", "\tat ");
            }
            assertThat(first.isAlive()).isTrue();
            assertThat(rig.ledger().events("started")).hasSize(1);
        }
    }

    @Test
    void speedPacesTheReplayAndTimesAreTheRecordings() {
        try (GatewayRig rig = new GatewayRig()) {
            long startNanos = System.nanoTime();
            assertThat(rig.runToEnd(day(rig).atSpeed(PACED))).isZero();
            // 23.5 recorded hours lie between the first reading and the last.
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isGreaterThan(Duration.ofMillis(5_800));
            assertThat(rig.ledger().summaries())
                    .isNotEmpty()
                    .allMatch(summary -> isOfTheDay(summary.fromMillis()) && isOfTheDay(summary.toMillis()));
            assertThat(rig.ledger().events())
                    .extracting(PublishedEvent::timeMillis)
                    .isNotEmpty()
                    .allMatch(LifecycleIT::isOfTheDay);
        }
    }

    @Test
    void gatewayThatWaitsStaysUpAfterTheReplay() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProcess gateway = rig.start(day(rig).andThen("wait"))) {
            rig.subscriber()
                    .await(
                            "the end of the replay",
                            ledger -> !ledger.events("replay-ended").isEmpty(),
                            GatewayRig.BOUND);
            assertThat(gateway.poll(Duration.ofSeconds(1))).isEmpty();
            assertThat(retained("/status", rig)).contains("\"online\":true");
            gateway.terminate();
            assertThat(gateway.waitFor(GatewayRig.BOUND)).isZero();
        }
    }

    @Test
    void gatewayThatRepeatsGoesOnInTime() {
        try (GatewayRig rig = new GatewayRig();
                GatewayProcess gateway = rig.start(day(rig).andThen("repeat"))) {
            long thirdDay = DAY_START.toEpochMilli() + Duration.ofDays(2).toMillis();
            rig.subscriber().await("a third day", ledger -> lastWindow(ledger).orElse(0) > thirdDay, GatewayRig.BOUND);
            gateway.terminate();
            assertThat(gateway.waitFor(GatewayRig.BOUND)).as(gateway.words()).isZero();
            rig.subscriber().drain(GatewayRig.BOUND);
            assertComplete(rig.ledger());
            assertThat(rig.ledger().summaries())
                    .filteredOn(summary -> summary.series().equals("station/snow-height"))
                    .extracting(PublishedSummary::fromMillis)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void sameRecordingGivesTheSameBytesAtAnySpeed() {
        String atFullSpeed = messagesOfOneRun("max");
        assertThat(atFullSpeed).contains("/summary/", "/event");
        assertThat(messagesOfOneRun("max")).isEqualTo(atFullSpeed);
        assertThat(messagesOfOneRun("43200")).isEqualTo(atFullSpeed);
    }

    @Test
    void passwordComesFromItsFile() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.startedFor("firn", "névé");
                ScratchDirectory directory = ScratchDirectory.create("firn-end-to-end");
                LedgerSubscriber subscriber = LedgerSubscriber.connectAs("firn", "névé", broker.url(), "ledger")) {
            Path password = Files.writeString(directory.resolve("password"), "névé\n");
            ReplaySensor station = ReplaySensor.smet("station", Recording.WFJ2.copyTo(directory.path()))
                    .between(FROM, TO);
            Path config = GatewayConfig.publishingTo(broker.url())
                    .replaying(station)
                    .as("firn", password)
                    .writeTo(directory.path());
            try (GatewayProcess gateway = Distribution.fromSystemProperty().run(config)) {
                assertThat(gateway.waitFor(GatewayRig.BOUND))
                        .as(gateway.words())
                        .isZero();
                assertThat(gateway.words()).doesNotContain("névé");
            }
            subscriber.drain(GatewayRig.BOUND);
            assertThat(subscriber.ledger().summaries()).isNotEmpty();
        }
    }

    private static GatewayConfig day(GatewayRig rig) {
        return rig.config().replaying(rig.station(Recording.WFJ2).between(FROM, TO));
    }

    private static String messagesOfOneRun(String speed) {
        try (GatewayRig rig = new GatewayRig()) {
            assertThat(rig.runToEnd(day(rig).atSpeed(speed))).isZero();
            Ledger ledger = rig.ledger();
            StringBuilder text = new StringBuilder();
            ledger.messages().stream()
                    .forEach(message -> text.append(message.topic())
                            .append(' ')
                            .append(message.payload())
                            .append('\n'));
            return text.toString().replace(ledger.epochs().getFirst(), "EPOCH");
        }
    }

    private static void awaitFirstSummary(GatewayRig rig) {
        rig.subscriber().await("a summary", ledger -> !ledger.summaries().isEmpty(), GatewayRig.BOUND);
    }

    private static OptionalLong lastWindow(Ledger ledger) {
        return ledger.summaries().stream()
                .mapToLong(PublishedSummary::fromMillis)
                .max();
    }

    private static boolean isOffline(Ledger ledger) {
        return ledger.latest("/status").map(Message::payload).orElse("").contains("\"online\":false");
    }

    /** What a subscriber gets that comes only now. */
    private static String retained(String topicEnd, GatewayRig rig) {
        try (LedgerSubscriber late = LedgerSubscriber.connect(rig.broker().url(), "late-" + UUID.randomUUID())) {
            late.await("retained " + topicEnd, ledger -> ledger.latest(topicEnd).isPresent(), GatewayRig.BOUND);
            Optional<Message> message = late.ledger().latest(topicEnd);
            assertThat(message).map(Message::retained).hasValue(true);
            return message.map(Message::payload).orElseThrow();
        }
    }

    private static boolean isOfTheDay(long timeMillis) {
        long dayMillis = Duration.ofDays(1).toMillis();
        long startMillis = DAY_START.toEpochMilli();
        return timeMillis >= startMillis && timeMillis <= startMillis + dayMillis;
    }
}
