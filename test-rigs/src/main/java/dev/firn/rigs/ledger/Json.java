package dev.firn.rigs.ledger;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firn.rigs.RigException;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads payloads strictly: a key twice, or anything after the object, is an error. */
final class Json {

    private static final String REDATED = "redated-ms";
    /** What is another when the clock comes right before a message is sent again. */
    private static final Set<String> DATES = Set.of("from", "to", "time", "clock", REDATED);

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonNode object(Message message) {
        try {
            JsonNode node = STRICT.readTree(message.payload());
            if (node.isObject()) {
                return node;
            }
            throw bad(message, "is no JSON object");
        } catch (JacksonException e) {
            throw bad(message, "is no JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * Whether one is the other again: the same to the byte, but for dates that were moved between the two. After a power cut
     * nobody knows any more by how much, and the guess comes again.
     */
    static boolean isRepeated(Message first, Message again) {
        if (first.payload().equals(again.payload())) {
            return true;
        }
        return (isRedated(first) || isRedated(again)) && undated(first).equals(undated(again));
    }

    private static boolean isRedated(Message message) {
        return message.payload().contains("\"" + REDATED + "\"");
    }

    private static JsonNode undated(Message message) {
        ObjectNode undated = object(message).deepCopy();
        return undated.remove(DATES);
    }

    static long integer(Message message, JsonNode object, String key) {
        JsonNode value = object.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw bad(message, "has no integer \"" + key + "\"");
        }
        return value.longValue();
    }

    static String text(Message message, JsonNode object, String key) {
        JsonNode value = object.path(key);
        if (!value.isTextual()) {
            throw bad(message, "has no text \"" + key + "\"");
        }
        return value.textValue();
    }

    /** A number, or empty for null. */
    static OptionalDouble number(Message message, JsonNode object, String key) {
        JsonNode value = object.path(key);
        if (value.isNull()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber()) {
            throw bad(message, "has neither a number nor null as \"" + key + "\"");
        }
        return OptionalDouble.of(value.doubleValue());
    }

    static RigException bad(Message message, String what) {
        return new RigException("message on " + message.topic() + " " + what + ": " + message.payload());
    }
}
