package dev.firn.rigs.demo.talk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firn.rigs.RigException;
import java.util.OptionalDouble;

/**
 * One record of what a preprocessor answers.
 *
 * @param name its name
 * @param timeMillis its time, milliseconds since 1970-01-01T00:00Z; 0 if it has none
 * @param value its number, if it has one
 * @param text its text; empty if it has none
 * @param flag its flag; 2 if it has none
 */
public record Answer(String name, long timeMillis, OptionalDouble value, String text, int flag) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS_PER_SECOND = 1000;
    private static final int NOT_EVALUATED = 2;

    /**
     * Reads a line, which holds one record.
     *
     * @throws RigException if it is not one
     */
    public static Answer parse(String line) {
        JsonNode pack = json(line);
        if (!pack.isArray() || pack.size() != 1 || !pack.path(0).path("n").isTextual()) {
            throw new RigException("no pack of one record with a name: " + line);
        }
        JsonNode record = pack.path(0);
        return new Answer(
                record.path("n").textValue(),
                Math.round(record.path("t").asDouble() * MILLIS_PER_SECOND),
                record.has("v") ? OptionalDouble.of(record.path("v").asDouble()) : OptionalDouble.empty(),
                record.path("vs").asText(),
                record.path("flag").asInt(NOT_EVALUATED));
    }

    /** Whether it is advice. */
    public boolean isAdvice() {
        return name.endsWith("/advice");
    }

    /**
     * Its text as the object that advice is.
     *
     * @throws RigException if it is no JSON
     */
    public JsonNode advice() {
        return json(text);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new RigException("no JSON: " + text + ": " + e.getOriginalMessage(), e);
        }
    }
}
