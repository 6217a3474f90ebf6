package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.recordings.Recording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;

class CommandIT {

    private static final String NODE = "firn/" + GatewayConfig.SITE + "/" + GatewayConfig.NODE + "/";

    private final List<String> replies = new CopyOnWriteArrayList<>();

    @Test
    void aRequestIsAnsweredAndCarriedOutOnce() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                GatewayProcess gateway = rig.start(waiting(rig))) {
            rig.subscriber().await("online", ledger -> ledger.latest("/status").isPresent(), GatewayRig.BOUND);
            MqttClient operator = operator(rig);
            try {
                JsonNode status = ask(operator, "status", "{\"id\":\"1\"}");
                assertThat(status.get("ok").asBoolean()).as(gateway.words()).isTrue();
                assertThat(status.get("result").get("outbox").get("max-bytes").asLong())
                        .isEqualTo(64 << 20);

                JsonNode first = ask(operator, "note", "{\"id\":\"2\",\"text\":\"sensor cleaned\"}");
                JsonNode again = ask(operator, "note", "{\"id\":\"2\",\"text\":\"sensor cleaned\"}");
                assertThat(first.get("ok").asBoolean()).isTrue();
                assertThat(again).isEqualTo(first);
                JsonNode other = ask(operator, "note", "{\"id\":\"3\",\"text\":\"slope closed\"}");
                assertThat(other.get("ok").asBoolean()).isTrue();
                rig.subscriber()
                        .await("both notes", ledger -> ledger.events("note").size() >= 2, GatewayRig.BOUND);
                assertThat(rig.ledger().events("note"))
                        .extracting(note -> note.text())
                        .containsExactly("sensor cleaned", "slope closed");

                JsonNode unknown = ask(operator, "reboot", "{\"id\":\"4\"}");
                assertThat(unknown.get("ok").asBoolean()).isFalse();
                assertThat(unknown.get("error").asText())
                        .contains("command/reboot")
                        .contains("status");
            } finally {
                operator.disconnect();
                operator.close();
            }
        }
    }

    private static GatewayConfig waiting(GatewayRig rig) {
        return rig.config()
                .andThen("wait")
                .replaying(
                        rig.station(Recording.WFJ2).between("2014-12-20T00:00:00+01:00", "2014-12-21T00:00:00+01:00"));
    }

    private MqttClient operator(GatewayRig rig) throws MqttException {
        MqttClient operator = new MqttClient(rig.broker().url(), "operator", new MemoryPersistence());
        operator.connect();
        operator.subscribe(
                NODE + "reply/+",
                1,
                (topic, message) -> replies.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
        return operator;
    }

    private JsonNode ask(MqttClient operator, String name, String request) throws Exception {
        replies.clear();
        operator.publish(NODE + "command/" + name, new MqttMessage(request.getBytes(StandardCharsets.UTF_8)));
        await().atMost(GatewayRig.BOUND).until(() -> !replies.isEmpty());
        return new ObjectMapper().readTree(replies.getFirst());
    }
}
