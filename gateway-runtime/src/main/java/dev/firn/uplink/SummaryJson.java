package dev.firn.uplink;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.firn.clock.ClockStamp;
import dev.firn.senml.JsonNumber;
import dev.firn.senml.JsonObject;
import dev.firn.telemetry.Quantity.Kind;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Summary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** A summary in JSON, as {@code docs/mqtt.md} describes it, but for {@code epoch} and {@code seq}. */
public final class SummaryJson {

    private SummaryJson() {}

    /** The summary without its unit, for where many of one series stand together. */
    public static JsonObject withoutUnit(Summary summary, ClockStamp clock) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        OutboxPayload.write(bytes, json -> {
            writeWindow(json, summary);
            writeFigures(json, summary, clock);
        });
        return JsonObject.written(bytes.toString(StandardCharsets.UTF_8));
    }

    static void write(JsonGenerator json, Summary summary, ClockStamp clock) throws IOException {
        writeWindow(json, summary);
        json.writeStringField("unit", summary.series().quantity().unit());
        writeFigures(json, summary, clock);
    }

    private static void writeWindow(JsonGenerator json, Summary summary) throws IOException {
        json.writeNumberField("from", summary.fromMillis());
        json.writeNumberField("to", summary.toMillis());
    }

    private static void writeFigures(JsonGenerator json, Summary summary, ClockStamp clock) throws IOException {
        json.writeNumberField("count", summary.count());
        json.writeNumberField("good", summary.good());
        json.writeNumberField("missing", summary.missing());
        if (summary.values() != summary.count() - summary.missing()) {
            json.writeNumberField("values", summary.values());
        }
        writeStatistics(json, summary);
        json.writeNumberField("flag", summary.flag().code());
        writeReasons(json, summary.reasons(), Reason::word);
        json.writeFieldName("clock");
        RedatedJson.writeClock(json, clock);
    }

    private static void writeStatistics(JsonGenerator json, Summary summary) throws IOException {
        Kind kind = summary.series().quantity().kind();
        writeNumber(json, "mean", summary.mean());
        if (kind != Kind.DIRECTION) {
            writeNumber(json, "min", summary.min());
            writeNumber(json, "max", summary.max());
        }
        writeNumber(json, "stddev", summary.stddev());
        if (kind != Kind.DIRECTION) {
            writeNumber(json, "p50", summary.p50());
            writeNumber(json, "p95", summary.p95());
        }
        writeNumber(json, "last", summary.last());
        if (kind == Kind.AMOUNT) {
            writeNumber(json, "sum", summary.sum());
            writeNumber(json, "per-hour", summary.perHour());
        }
    }

    /** Left out where all are good, which is nearly always. */
    static <R> void writeReasons(JsonGenerator json, Map<R, Long> reasons, Function<R, String> word)
            throws IOException {
        if (!reasons.isEmpty()) {
            json.writeObjectFieldStart("reasons");
            for (Map.Entry<R, Long> entry : reasons.entrySet()) {
                json.writeNumberField(word.apply(entry.getKey()), entry.getValue());
            }
            json.writeEndObject();
        }
    }

    static void writeNumber(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(JsonNumber.text(value));
    }
}
