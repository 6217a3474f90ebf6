package dev.firn.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firn.clock.ClockStamp;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A summary as it lies in the outbox, read back: what {@link OutboxPayload} wrote, and what several of them come to. Figures
 * that are {@code null} there are NaN here.
 *
 * <p>Means and deviations of several windows are those of all their values: for a level by the parallel form of Welford's
 * update (Chan, Golub and LeVeque 1983), for a direction by the sum of the resultant vectors, whose length is
 * exp(−σ²/2) of the circular deviation σ in radians. Percentiles cannot be had from percentiles.
 */
final class SentSummary {

    private static final JsonFactory JSON = new JsonFactory();

    private final String topic;
    private final Map<String, Double> figures = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private String unit = "";
    private boolean synced;
    private boolean uncertaintyKnown;
    private long uncertaintyMillis;
    private long merged = 1;

    // Time that its windows cover, which is less than from begin to end where one is missing.
    private double coveredMillis;

    private SentSummary(String topic) {
        this.topic = topic;
    }

    /** The summary that this payload of the outbox is; empty if it is another message. */
    static Optional<SentSummary> read(byte[] payload) {
        String topic = OutboxPayload.topic(payload);
        if (!topic.startsWith(OutboxPayload.SUMMARY)) {
            return Optional.empty();
        }
        SentSummary summary = new SentSummary(topic);
        int start = OutboxPayload.endOfTopic(payload) + 1;
        try (JsonParser json = JSON.createParser(payload, start, payload.length - start)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                summary.take(json.currentName(), json);
            }
            summary.coveredMillis = summary.toMillis() - summary.fromMillis();
            return Optional.of(summary);
        } catch (IOException e) {
            return Optional.empty(); // written by another version
        }
    }

    private void take(String name, JsonParser json) throws IOException {
        JsonToken value = json.nextToken();
        switch (name) {
            case "unit" -> unit = json.getText();
            case "merged" -> merged = json.getLongValue();
            case "reasons" -> takeReasons(json);
            case "clock" -> takeClock(json);
            default -> figures.put(name, value == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue());
        }
    }

    private void takeReasons(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String reason = json.currentName();
            json.nextToken();
            reasons.put(reason, json.getLongValue());
        }
    }

    private void takeClock(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isSynced = json.currentName().equals("synced");
            JsonToken value = json.nextToken();
            if (isSynced) {
                synced = value == JsonToken.VALUE_TRUE;
            } else if (value != JsonToken.VALUE_NULL) {
                uncertaintyKnown = true;
                uncertaintyMillis = json.getLongValue();
            }
        }
    }

    String topic() {
        return topic;
    }

    /** Whether it stands for several windows already. */
    boolean isMerged() {
        return merged > 1;
    }

    long fromMillis() {
        return (long) figure("from");
    }

    long toMillis() {
        return (long) figure("to");
    }

    /** Takes a later window of the same series into this one. */
    void merge(SentSummary later) {
        double values = values() + later.values();
        if (isDirection()) {
            mergeDirection(later, values);
        } else {
            mergeLevel(later, values);
        }
        figures.put("to", figure("to") < later.figure("to") ? later.figure("to") : figure("to"));
        figures.put("values", values);
        for (String counted : new String[] {"count", "good", "missing"}) {
            figures.put(counted, figure(counted) + later.figure(counted));
        }
        if (later.values() > 0) {
            figures.put("last", later.figure("last"));
        }
        figures.put("flag", worstFlag(figure("flag"), later.figure("flag")));
        later.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        synced &= later.synced;
        uncertaintyKnown &= later.uncertaintyKnown;
        uncertaintyMillis = Math.max(uncertaintyMillis, later.uncertaintyMillis);
        merged += later.merged;
        coveredMillis += later.coveredMillis;
    }

    private void mergeLevel(SentSummary later, double values) {
        double before = values();
        double after = later.values();
        if (after > 0 && before > 0) {
            double delta = later.figure("mean") - figure("mean");
            double squares = squares(this) + squares(later) + delta * delta * before * after / values;
            figures.put("mean", figure("mean") + delta * after / values);
            figures.put("stddev", values < 2 ? Double.NaN : Math.sqrt(squares / (values - 1)));
            figures.put("min", Math.min(figure("min"), later.figure("min")));
            figures.put("max", Math.max(figure("max"), later.figure("max")));
            if (figures.containsKey("sum")) {
                figures.put("sum", figure("sum") + later.figure("sum"));
            }
        } else if (after > 0) {
            for (String taken : new String[] {"mean", "stddev", "min", "max", "sum"}) {
                figures.computeIfPresent(taken, (name, old) -> later.figure(name));
            }
        }
        figures.put("p50", Double.NaN);
        figures.put("p95", Double.NaN);
    }

    private static double squares(SentSummary summary) {
        double deviation = summary.figure("stddev");
        return Double.isNaN(deviation) ? 0 : deviation * deviation * (summary.values() - 1);
    }

    private void mergeDirection(SentSummary later, double values) {
        double cosines = part(this, true) + part(later, true);
        double sines = part(this, false) + part(later, false);
        double resultant = Math.hypot(cosines, sines) / values;
        boolean points = values > 0 && resultant > 1e-9;
        figures.put("mean", points ? (Math.toDegrees(Math.atan2(sines, cosines)) + 360) % 360 : Double.NaN);
        figures.put(
                "stddev",
                points && values >= 2 ? Math.toDegrees(Math.sqrt(-2 * Math.log(Math.min(1, resultant)))) : Double.NaN);
    }

    /** One part of the sum of a window's unit vectors. */
    private static double part(SentSummary summary, boolean cosine) {
        double mean = Math.toRadians(summary.figure("mean"));
        if (Double.isNaN(mean)) {
            return 0; // no value, or they cancel out
        }
        double deviation = Math.toRadians(summary.figure("stddev"));
        double length = Double.isNaN(deviation) ? 1 : Math.exp(-deviation * deviation / 2);
        return summary.values() * length * (cosine ? Math.cos(mean) : Math.sin(mean));
    }

    // From weakest to strongest: 9 missing, 2 not evaluated, 1 good, 3 suspect, 4 fail.
    private static double worstFlag(double one, double other) {
        return strength(one) >= strength(other) ? one : other;
    }

    private static int strength(double flag) {
        return switch ((int) flag) {
            case 9 -> 0;
            case 2 -> 1;
            case 1 -> 2;
            case 3 -> 3;
            default -> 4;
        };
    }

    /** The summary in the form that the outbox keeps. */
    byte[] encode() {
        return OutboxPayload.encode(topic, json -> {
            json.writeNumberField("from", fromMillis());
            json.writeNumberField("to", toMillis());
            json.writeStringField("unit", unit);
            for (String counted : new String[] {"count", "good", "missing"}) {
                json.writeNumberField(counted, (long) figure(counted));
            }
            if (values() != figure("count") - figure("missing")) {
                json.writeNumberField("values", (long) values());
            }
            for (String figure : new String[] {"mean", "min", "max", "stddev", "p50", "p95", "last", "sum"}) {
                writeFigure(json, figure);
            }
            if (figures.containsKey("sum")) {
                SummaryJson.writeNumber(json, "per-hour", figure("sum") * 3_600_000 / coveredMillis);
            }
            json.writeNumberField("flag", (long) figure("flag"));
            SummaryJson.writeReasons(json, reasons, word -> word);
            json.writeFieldName("clock");
            RedatedJson.writeClock(
                    json, new ClockStamp(0, synced, uncertaintyKnown ? uncertaintyMillis : ClockStamp.UNKNOWN));
            json.writeNumberField("merged", merged);
        });
    }

    private void writeFigure(JsonGenerator json, String name) throws IOException {
        if (figures.containsKey(name)) {
            SummaryJson.writeNumber(json, name, figure(name));
        }
    }

    private boolean isDirection() {
        return !figures.containsKey("min");
    }

    /** How many values the figures are over. */
    private double values() {
        double values = figure("values");
        return Double.isNaN(values) ? figure("count") - figure("missing") : values;
    }

    private double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }
}
