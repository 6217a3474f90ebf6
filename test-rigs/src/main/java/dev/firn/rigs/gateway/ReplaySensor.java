package dev.firn.rigs.gateway;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A replayed sensor as the configuration file describes it.
 *
 * @param id the sensor's id
 * @param keys the other keys and their values, as they are written to the file
 */
public record ReplaySensor(String id, Map<String, String> keys) {

    /** Copies the keys in their order. */
    public ReplaySensor {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** A station's SMET file. */
    public static ReplaySensor smet(String id, Path file) {
        return new ReplaySensor(id, Map.of()).with("file", quoted(file.toString()));
    }

    /** A people counter's CSV file with times of a zone. */
    public static ReplaySensor peopleCounter(String id, Path file, String zone) {
        return smet(id, file)
                .with("format", "csv")
                .with("quantity", "people-count")
                .with("zone", zone);
    }

    /** Only what was recorded from the first time inclusive to the second exclusive, in ISO 8601 with an offset. */
    public ReplaySensor between(String from, String to) {
        return with("from", quoted(from)).with("to", quoted(to));
    }

    /** Dated as if it had begun at this time, in ISO 8601 with an offset. */
    public ReplaySensor startingAt(String time) {
        return with("start-at", quoted(time));
    }

    /** With one more key. */
    public ReplaySensor with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(keys);
        more.put(key, value);
        return new ReplaySensor(id, more);
    }

    String yaml() {
        StringBuilder line = new StringBuilder("  - {id: ").append(id).append(", driver: replay");
        keys.forEach((key, value) -> line.append(", ").append(key).append(": ").append(value));
        return line.append("}\n").toString();
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
