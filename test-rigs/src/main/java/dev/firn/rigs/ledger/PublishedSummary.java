package dev.firn.rigs.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A summary as the gateway published it.
 *
 * @param epoch the epoch it is numbered in
 * @param seq its number
 * @param series {@code sensor/quantity}
 * @param fromMillis start of the window, milliseconds since 1970-01-01T00:00Z
 * @param toMillis its end, exclusive
 * @param unit unit of the statistics; empty if unknown
 * @param count readings that came
 * @param good of these, good ones
 * @param missing of these, missing ones
 * @param statistics each of {@code mean}, {@code min}, {@code max}, {@code stddev}, {@code p50}, {@code p95},
 *     {@code last}, {@code sum}, {@code per-hour} whose key is in the payload; empty where it says null
 * @param flag the worst QARTOD flag
 * @param reasons of the readings that are not good, how many for which reason
 */
public record PublishedSummary(
        String epoch,
        long seq,
        String series,
        long fromMillis,
        long toMillis,
        String unit,
        long count,
        long good,
        long missing,
        Map<String, OptionalDouble> statistics,
        int flag,
        Map<String, Long> reasons)
        implements Published {

    private static final List<String> STATISTICS =
            List.of("mean", "min", "max", "stddev", "p50", "p95", "last", "sum", "per-hour");

    /** Copies the maps. */
    public PublishedSummary {
        statistics = Map.copyOf(statistics);
        reasons = Map.copyOf(reasons);
    }

    /** A statistic; empty if the payload says null or has no such key. */
    public OptionalDouble statistic(String name) {
        return statistics.getOrDefault(name, OptionalDouble.empty());
    }

    static PublishedSummary read(Message message, Topic topic) {
        JsonNode object = Json.object(message);
        checkClock(message, object.path("clock"));
        return new PublishedSummary(
                Json.text(message, object, "epoch"),
                Json.integer(message, object, "seq"),
                topic.levels().get(1) + "/" + topic.levels().get(2),
                Json.integer(message, object, "from"),
                Json.integer(message, object, "to"),
                Json.text(message, object, "unit"),
                Json.integer(message, object, "count"),
                Json.integer(message, object, "good"),
                Json.integer(message, object, "missing"),
                statistics(message, object),
                Math.toIntExact(Json.integer(message, object, "flag")),
                reasons(message, object.path("reasons")));
    }

    private static void checkClock(Message message, JsonNode clock) {
        JsonNode uncertainty = clock.path("uncertainty-ms");
        if (!clock.path("synced").isBoolean() || !(uncertainty.isNumber() || uncertainty.isNull())) {
            throw Json.bad(message, "says not how sure its clock was");
        }
    }

    private static Map<String, Long> reasons(Message message, JsonNode object) {
        Map<String, Long> reasons = new TreeMap<>();
        object.fieldNames().forEachRemaining(reason -> reasons.put(reason, Json.integer(message, object, reason)));
        return reasons;
    }

    private static Map<String, OptionalDouble> statistics(Message message, JsonNode object) {
        Map<String, OptionalDouble> statistics = new TreeMap<>();
        STATISTICS.stream()
                .filter(object::has)
                .forEach(name -> statistics.put(name, Json.number(message, object, name)));
        return statistics;
    }
}
