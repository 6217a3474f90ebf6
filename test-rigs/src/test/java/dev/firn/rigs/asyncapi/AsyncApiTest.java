package dev.firn.rigs.asyncapi;

import static dev.firn.rigs.asyncapi.Samples.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firn.rigs.RigException;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private final AsyncApi api = AsyncApi.documented();

    @Test
    void takesMessagesAsTheyShouldBe() {
        assertFits(Samples.LEVEL, Samples.level());
        assertFits(Samples.AMOUNT, Samples.amount());
        assertFits(Samples.DIRECTION, Samples.direction());
        assertFits("about", Samples.about());
        assertFits("status", Samples.online());
        assertFits("status", Samples.offline());
    }

    @Test
    void everyKindOfEventHasASampleHereAndFits() {
        assertThat(Samples.kinds()).containsExactlyElementsOf(api.messages("event"));
        Samples.kinds().forEach(kind -> assertFits("event", Samples.event(kind)));
    }

    @Test
    void everyKindOfEventIsClosed() {
        Samples.kinds().forEach(kind -> {
            String event = Samples.event(kind);
            assertUnfit("event", event.replace("\"detail\":{", "\"detail\":{\"gossip\":1" + comma(event)), "detail");
            assertUnfit("event", event.replace("\"text\"", "\"gossip\":1,\"text\""), "gossip");
            assertUnfit("event", event.replaceFirst("\"severity\":\"\\w+\"", "\"severity\":\"fatal\""), "severity");
        });
    }

    @Test
    void everyKeyOfADetailIsRequired() {
        Samples.kinds().forEach(kind -> {
            String event = Samples.event(kind);
            // The first key stands under another name.
            String renamed = event.replaceFirst("\"detail\":\\{\"[a-z-]+\"", "\"detail\":{\"gossip\"");
            if (!renamed.equals(event)) {
                assertUnfit("event", renamed, "required");
            }
        });
    }

    @Test
    void kindThatIsNotDocumentedIsUnfit() {
        assertUnfit("event", Samples.event("avalanche"), "kind");
    }

    @Test
    void numbersThatAreLostNeedNoTimes() {
        String event = Samples.event("records-lost");
        assertFits("event", event.replaceFirst("\"detail\":\\{.*\\}\\}", """
                "detail":{"from-seq":2,"reason":"damaged","to-seq":9}}"""));
        assertUnfit("event", event.replace("\"lost\":4", "\"lost\":-4"), "lost");
    }

    @Test
    void summaryHasAllKeysAndNoOthers() {
        for (String key :
                new String[] {"epoch", "seq", "from", "unit", "count", "mean", "p95", "last", "flag", "clock"}) {
            assertUnfit(Samples.LEVEL, Samples.level().replace("\"" + key + "\"", "\"gossip\""), "gossip");
        }
        assertUnfit(Samples.AMOUNT, Samples.amount().replace("\"per-hour\":10800,", ""), "sum");
        assertUnfit(Samples.DIRECTION, Samples.direction().replace("\"stddev\"", "\"min\":1,\"stddev\""), "min");
        assertUnfit(Samples.LEVEL, Samples.level().replace("\"spike\"", "\"mood\""), "mood");
    }

    @Test
    void figuresHaveTheirRanges() {
        assertUnfit(Samples.LEVEL, Samples.level().replace("\"flag\":4", "\"flag\":5"), "flag");
        assertUnfit(Samples.LEVEL, Samples.level().replace("\"seq\":41", "\"seq\":41.5"), "seq");
        assertUnfit(Samples.LEVEL, Samples.level().replace("\"mean\":-1.5", "\"mean\":\"-1.5\""), "mean");
        assertUnfit(Samples.LEVEL, Samples.level().replace("0.7", "-0.7"), "stddev");
        assertUnfit(Samples.LEVEL, Samples.level().replace("91f6f2ff", "91F6"), "epoch");
        assertUnfit(
                Samples.LEVEL,
                Samples.level().replace("\"uncertainty-ms\":12", "\"uncertainty-ms\":-1"),
                "uncertainty");
        assertUnfit(Samples.DIRECTION, Samples.direction().replace("359.5", "361"), "mean");
    }

    @Test
    void nodeThatIsThereTellsOfItsOutbox() {
        assertUnfit("status", Samples.offline().replace("false", "true"), "outbox");
        assertUnfit("status", Samples.online().replace("true", "false"), "outbox");
        assertUnfit("status", Samples.online().replace("\"hours-left\":null,", ""), "hours-left");
    }

    @Test
    void aboutIsClosedToTheInnermost() {
        assertUnfit("about", Samples.about().replace("\"level\"", "\"vector\""), "kind");
        assertUnfit("about", Samples.about().replace("\"altitude-m\":2275", "\"altitude\":2275"), "altitude");
        assertUnfit("about", Samples.about().replace("[-80,60]", "[-80]"), "plausible");
    }

    @Test
    void knowsCommandsAndReplies() {
        assertFits("command/status", "{\"id\":\"1\"}");
        assertFits("command/note", "{\"id\":\"1\",\"text\":\"cleaned\"}");
        assertFits("command/history", "{\"id\":\"1\",\"series\":\"air/air-temperature\",\"from\":0,\"to\":5}");
        assertUnfit("command/status", "{\"id\":\"\"}", "id");
        assertUnfit("command/note", "{\"text\":\"cleaned\"}", "id");
        String status = "{\"version\":\"0.1.0\",\"time\":5,\"synced\":true,\"outbox\":" + Samples.OUTBOX + "}";
        assertFits("reply/status", "{\"id\":\"1\",\"ok\":true,\"result\":" + status + "}");
        assertFits("reply/note", "{\"id\":\"1\",\"ok\":true,\"result\":{}}");
        String past = Samples.level().replaceFirst(".*?\"from\"", "{\"from\"").replace("\"unit\":\"Cel\",", "");
        String history =
                "{\"series\":\"air/air-temperature\",\"unit\":\"Cel\",\"summaries\":[" + past + "],\"more\":false}";
        assertFits("reply/history", "{\"id\":\"1\",\"ok\":true,\"result\":" + history + "}");
        assertUnfit(
                "reply/history",
                "{\"id\":\"1\",\"ok\":true,\"result\":" + history.replace("p50", "p5") + "}",
                "result");
        assertFits("reply/anything", "{\"id\":\"\",\"ok\":false,\"error\":\"is no command\"}");
        assertUnfit("reply/note", "{\"id\":\"1\",\"ok\":true,\"result\":{\"mood\":1}}", "result");
        assertUnfit("reply/note", "{\"id\":\"1\",\"ok\":false}", "error");
    }

    @Test
    void topicsAreThoseOfChannels() {
        assertUnfit("gossip", "{}", "channel");
        assertUnfit("summary/air", Samples.level(), "channel");
        assertUnfit("summary/air/air-temperature/more", Samples.level(), "channel");
        assertThat(api.complaints("firn/kronplatz/event", Samples.event("started")))
                .isNotEmpty();
    }

    @Test
    void brokenJsonIsUnfit() {
        assertUnfit("event", "{", "JSON");
        assertUnfit("event", "{} {}", "JSON");
        assertUnfit("event", "[]", "object");
        assertUnfit("status", Samples.offline().replace("\"since\":5", "\"since\":5,\"since\":5"), "JSON");
    }

    @Test
    void referenceThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> AsyncApi.parse(AsyncApi.text().replace("messages/status'", "messages/mood'")))
                .isInstanceOf(RigException.class)
                .hasMessageContaining("mood");
        assertThatThrownBy(() -> AsyncApi.parse(AsyncApi.text().replace("schemas/position'", "schemas/mood'")))
                .hasMessageContaining("mood");
    }

    private static String comma(String event) {
        return event.contains("\"detail\":{}") ? "" : ",";
    }

    private void assertFits(String topic, String payload) {
        assertThat(api.complaints(NODE + topic, payload))
                .as(topic + " " + payload)
                .isEmpty();
    }

    private void assertUnfit(String topic, String payload, String word) {
        assertThat(api.complaints(NODE + topic, payload))
                .as(topic + " " + payload)
                .isNotEmpty()
                .anyMatch(complaint -> complaint.contains(word));
    }
}
