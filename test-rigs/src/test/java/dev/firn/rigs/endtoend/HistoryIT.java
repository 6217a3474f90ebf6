package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import dev.firn.rigs.recordings.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node remembers is asked over its command topic, after a kill and after its file was damaged. */
class HistoryIT {

    private static final String NODE = "firn/" + GatewayConfig.SITE + "/" + GatewayConfig.NODE + "/";
    private static final String AIR = "station/air-temperature";

    private final GatewayRig rig = new GatewayRig();
    private final Path file = rig.directory().resolve("history/history.mv.db");
    private final List<String> replies = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void theNodeTellsWhatItSentInPagesAlsoAfterAKill() throws Exception {
        try (GatewayProcess gateway = rig.start(waiting())) {
            awaitReplays(1);
            List<JsonNode> told = askAllOf(AIR);
            List<PublishedSummary> sent = GatewayRig.of(AIR, rig.ledger());
            assertThat(told).hasSameSizeAs(sent).hasSizeGreaterThan(24);
            for (int window = 0; window < sent.size(); window++) {
                assertSame(told.get(window), sent.get(window));
            }
            JsonNode unknown = ask("{\"id\":\"u\",\"series\":\"station/nothing\"}");
            assertThat(unknown.get("error").asText())
                    .contains("station/nothing")
                    .contains(AIR);
            await().atMost(GatewayRig.BOUND).until(() -> Files.exists(file) && Files.size(file) > 30_000);
            gateway.kill();
        }
        try (GatewayProcess gateway = rig.start(waiting())) {
            assertThat(gateway.isAlive()).isTrue();
            awaitReplays(2);
            assertThat(askAllOf(AIR)).as("the same windows take their places").hasSizeGreaterThan(24);
        }
        assertThat(rig.ledger().events("history-lost")).isEmpty();
    }

    @Test
    void aDamagedFileIsAnAlarmAndTheNodeBeginsAnew() throws Exception {
        try (GatewayProcess gateway = rig.start(waiting())) {
            awaitReplays(1);
            gateway.terminate();
            assertThat(gateway.waitFor(GatewayRig.BOUND)).as(gateway.words()).isZero();
        }
        Files.writeString(file, "no history any more".repeat(1000));
        try (GatewayProcess gateway = rig.start(waiting())) {
            awaitReplays(2);
            assertThat(askAllOf(AIR)).as(gateway.words()).hasSizeGreaterThan(24);
            rig.subscriber()
                    .await("the alarm", ledger -> !ledger.events("history-lost").isEmpty(), GatewayRig.BOUND);
        }
        PublishedEvent lost = rig.ledger().events("history-lost").getFirst();
        assertThat(lost.severity()).isEqualTo("alarm");
        assertThat(lost.detail().path("reason").asText()).contains("history.mv.db.damaged");
        assertThat(file.resolveSibling("history.mv.db.damaged")).exists();
        assertThat(rig.ledger().events("history-lost")).hasSize(1);
    }

    private static void assertSame(JsonNode told, PublishedSummary sent) {
        assertThat(told.get("from").asLong()).isEqualTo(sent.fromMillis());
        assertThat(told.get("to").asLong()).isEqualTo(sent.toMillis());
        assertThat(told.get("count").asLong()).isEqualTo(sent.count());
        for (String figure : List.of("mean", "min", "max", "stddev", "p50", "p95", "last")) {
            JsonNode value = told.get(figure);
            assertThat(value.isNull())
                    .as(figure)
                    .isEqualTo(sent.statistic(figure).isEmpty());
            sent.statistic(figure)
                    .ifPresent(
                            expected -> assertThat(value.asDouble()).as(figure).isEqualTo(expected));
        }
    }

    private GatewayConfig waiting() {
        return rig.config()
                .andThen("wait")
                .replaying(
                        rig.station(Recording.WFJ2).between("2014-12-20T00:00:00+01:00", "2014-12-22T00:00:00+01:00"));
    }

    private void awaitReplays(int number) {
        rig.subscriber()
                .await("replayed", ledger -> ledger.events("replay-ended").size() >= number, GatewayRig.BOUND);
    }

    /** Page after page, as a console does. */
    private List<JsonNode> askAllOf(String series) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        long from = 0;
        boolean more = true;
        while (more) {
            JsonNode reply =
                    ask("{\"id\":\"" + from + "\",\"series\":\"" + series + "\",\"from\":" + from + ",\"most\":10}");
            assertThat(reply.get("ok").asBoolean()).as(reply.toString()).isTrue();
            JsonNode result = reply.get("result");
            assertThat(result.get("unit").asText()).isEqualTo("Cel");
            result.get("summaries").forEach(all::add);
            assertThat(result.get("summaries").size()).isBetween(1, 10);
            from = all.getLast().get("to").asLong();
            more = result.get("more").asBoolean();
        }
        return all;
    }

    private JsonNode ask(String request) throws IOException, MqttException {
        replies.clear();
        MqttClient console = new MqttClient(rig.broker().url(), "console", new MemoryPersistence());
        try {
            console.connect();
            console.subscribe(
                    NODE + "reply/history",
                    1,
                    (topic, message) -> replies.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
            console.publish(NODE + "command/history", new MqttMessage(request.getBytes(StandardCharsets.UTF_8)));
            await().atMost(GatewayRig.BOUND).until(() -> !replies.isEmpty());
            return new ObjectMapper().readTree(replies.getFirst());
        } finally {
            console.disconnect();
            console.close();
        }
    }
}
