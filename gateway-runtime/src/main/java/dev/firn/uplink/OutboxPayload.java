package dev.firn.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.firn.clock.ClockStamp;
import dev.firn.telemetry.Summary;
import dev.firn.uplink.OutboundMessage.OfEvent;
import dev.firn.uplink.OutboundMessage.OfSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A message as it lies in the outbox: its topic below the node's, a line feed, and its JSON object but for
 * {@code epoch} and {@code seq}, which the outbox gives. Sent again after a power cut it is the same to the byte.
 *
 * <p>Numbers are rounded to 12 significant digits, so that 4.1 does not travel as 4.100000000000023.
 */
public final class OutboxPayload {

    /** How topics of summaries begin. */
    static final String SUMMARY = "summary/";

    /** The topic of events. */
    static final String EVENT = "event";

    private static final JsonFactory JSON = new JsonFactory();

    private OutboxPayload() {}

    /** The message in the form that the outbox keeps. */
    public static byte[] encode(OutboundMessage message) {
        return switch (message) {
            case OfSummary(Summary summary, ClockStamp clock) ->
                encode(SUMMARY + summary.series(), json -> SummaryJson.write(json, summary, clock));
            case OfEvent(GatewayEvent event) -> encode(EVENT, json -> writeEvent(json, event));
        };
    }

    /** Which window a record of the outbox sums up; empty for one that is no summary, or one of several windows. */
    public static Optional<SummaryKey> summaryKey(byte[] payload) {
        return SentSummary.read(payload)
                .filter(summary -> !summary.isMerged())
                .map(summary -> new SummaryKey(
                        topic(payload).substring(SUMMARY.length()), summary.fromMillis(), summary.toMillis()));
    }

    /** Topic below the node's. */
    static String topic(byte[] payload) {
        return new String(payload, 0, endOfTopic(payload), StandardCharsets.UTF_8);
    }

    /** The message as it is sent. */
    static byte[] json(byte[] payload, UUID epoch, long seq) {
        String head = "{\"epoch\":\"" + epoch + "\",\"seq\":" + seq + ",";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        int start = endOfTopic(payload) + 2; // past the line feed and the opening brace
        byte[] sent = new byte[headBytes.length + payload.length - start];
        System.arraycopy(headBytes, 0, sent, 0, headBytes.length);
        System.arraycopy(payload, start, sent, headBytes.length, payload.length - start);
        return sent;
    }

    /** Where the line feed behind the topic is. */
    static int endOfTopic(byte[] payload) {
        int end = 0;
        while (payload[end] != '\n') {
            end++;
        }
        return end;
    }

    /** What stands between the braces of a message. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** A message of this topic in the form that the outbox keeps. */
    static byte[] encode(String topic, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes((topic + "\n").getBytes(StandardCharsets.UTF_8));
        write(bytes, body);
        return bytes.toByteArray();
    }

    /** Writes the object that a body makes. */
    static void write(ByteArrayOutputStream bytes, Body body) {
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static void writeEvent(JsonGenerator json, GatewayEvent event) throws IOException {
        json.writeNumberField("time", event.timeMillis());
        json.writeStringField("kind", event.kind());
        json.writeStringField("severity", event.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("text", event.text());
        json.writeObjectFieldStart("detail");
        for (Map.Entry<String, Object> entry : new TreeMap<>(event.detail()).entrySet()) {
            json.writeFieldName(entry.getKey());
            json.writeObject(entry.getValue());
        }
        json.writeEndObject();
    }
}
