package dev.firn.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.firn.clock.ClockStamp;
import dev.firn.senml.JsonNumber;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
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
                encode(SUMMARY + summary.series(), json -> writeSummary(json, summary, clock));
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
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void writeSummary(JsonGenerator json, Summary summary, ClockStamp clock) throws IOException {
        json.writeNumberField("from", summary.fromMillis());
        json.writeNumberField("to", summary.toMillis());
        json.writeStringField("unit", summary.series().quantity().unit());
        json.writeNumberField("count", summary.count());
        json.writeNumberField("good", summary.good());
        json.writeNumberField("missing", summary.missing());
        if (summary.values() != summary.count() - summary.missing()) {
            json.writeNumberField("values", summary.values());
        }
        writeStatistics(json, summary);
        json.writeNumberField("flag", summary.flag().code());
        writeReasons(json, summary.reasons());
        json.writeFieldName("clock");
        RedatedJson.writeClock(json, clock);
    }

    // Left out where all are good, which is nearly always.
    private static void writeReasons(JsonGenerator json, Map<Reason, Long> reasons) throws IOException {
        if (!reasons.isEmpty()) {
            json.writeObjectFieldStart("reasons");
            for (Map.Entry<Reason, Long> entry : reasons.entrySet()) {
                json.writeNumberField(entry.getKey().word(), entry.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void writeStatistics(JsonGenerator json, Summary summary) throws IOException {
        Quantity.Kind kind = summary.series().quantity().kind();
        writeNumber(json, "mean", summary.mean());
        if (kind != Quantity.Kind.DIRECTION) {
            writeNumber(json, "min", summary.min());
            writeNumber(json, "max", summary.max());
        }
        writeNumber(json, "stddev", summary.stddev());
        if (kind != Quantity.Kind.DIRECTION) {
            writeNumber(json, "p50", summary.p50());
            writeNumber(json, "p95", summary.p95());
        }
        writeNumber(json, "last", summary.last());
        if (kind == Quantity.Kind.AMOUNT) {
            writeNumber(json, "sum", summary.sum());
            writeNumber(json, "per-hour", summary.perHour());
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

    static void writeNumber(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(JsonNumber.text(value));
    }
}
