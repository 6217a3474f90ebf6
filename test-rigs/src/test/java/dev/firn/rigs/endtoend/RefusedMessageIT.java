package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.firn.rigs.faults.BrokerFault;
import dev.firn.rigs.faults.HostileBroker;
import dev.firn.rigs.gateway.GatewayConfig;
import dev.firn.rigs.gateway.GatewayProcess;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.recordings.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedMessageIT {

    private static final String REFUSED = "summary/station/snow-height";

    @Test
    void aMessageThatTheBrokerDoesNotTakeBecomesADeadLetterAndHoldsUpNoOther() throws IOException {
        try (GatewayRig rig = new GatewayRig();
                HostileBroker broker = HostileBroker.start(new BrokerFault.HangsUp(REFUSED, 0))) {
            GatewayConfig config = rig.config()
                    .to(broker.url(), "")
                    .inWindowsOf("24h")
                    .replaying(rig.station(Recording.WFJ2).between("2014-12-20T00:00:00Z", "2014-12-21T00:00:00Z"));
            try (GatewayProcess gateway = rig.start(config)) {
                await().atMost(GatewayRig.BOUND).until(() -> says(broker.received(), "message-refused"));
                assertThat(gateway.waitFor(GatewayRig.BOUND))
                        .as(gateway.words())
                        .isZero();
            }
            List<String> letters = Files.readAllLines(deadLetters(rig));
            assertThat(letters).hasSize(1);
            assertThat(letters.getFirst()).contains(REFUSED, "\"reason\":", "\"message\":{\"epoch\":");
            List<String> topics = broker.received().stream().map(Message::topic).toList();
            assertThat(topics).anyMatch(topic -> topic.endsWith("summary/station/air-temperature"));
            assertThat(topics)
                    .as("tried three times and once more alone, besides those in which an answer was lost")
                    .filteredOn(topic -> topic.endsWith(REFUSED))
                    .hasSizeBetween(4, 6);
        }
    }

    private static boolean says(List<Message> received, String kind) {
        return received.stream().anyMatch(message -> message.payload().contains("\"kind\":\"" + kind + "\""));
    }

    private static Path deadLetters(GatewayRig rig) {
        return rig.directory().resolve("outbox").resolve("dead-letters.jsonl");
    }
}
