package dev.firn.sensor.gpsd;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One object of gpsd's protocol (gpsd_json(5)), as far as Firn wants to know: what is nested in it, other than which
 * satellites are used, is left out, and so is what is no number and no text.
 *
 * @param texts by key, such as {@code class}
 * @param numbers by key, such as {@code lat}
 * @param used how many of the listed satellites are used; nothing where none are listed
 */
record GpsdObject(Map<String, String> texts, Map<String, Double> numbers, OptionalDouble used) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Copies the maps. */
    GpsdObject {
        texts = Map.copyOf(texts);
        numbers = Map.copyOf(numbers);
    }

    /** The object of a line; nothing if it is none. */
    static Optional<GpsdObject> parse(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            return json.nextToken() == JsonToken.START_OBJECT ? Optional.of(object(json)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // Cut off or no JSON: the next line is another one.
        }
    }

    /** What kind of object it is, such as {@code TPV}; empty where it does not say. */
    String kind() {
        return texts.getOrDefault("class", "");
    }

    /** The number of the first of the keys that the object has. */
    OptionalDouble number(String... keys) {
        for (String key : keys) {
            Double number = numbers.get(key);
            if (number != null) {
                return OptionalDouble.of(number);
            }
        }
        return OptionalDouble.empty();
    }

    private static GpsdObject object(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        OptionalDouble used = OptionalDouble.empty();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isNumeric()) {
                numbers.put(key, json.getDoubleValue());
            } else if (value == JsonToken.VALUE_STRING) {
                texts.put(key, json.getText());
            } else if (value == JsonToken.START_ARRAY && key.equals("satellites")) {
                used = OptionalDouble.of(used(json));
            } else {
                json.skipChildren();
            }
        }
        return new GpsdObject(texts, numbers, used);
    }

    private static int used(JsonParser json) throws IOException {
        int used = 0;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return used;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            used += token == JsonToken.VALUE_TRUE && "used".equals(json.currentName()) ? 1 : 0;
        }
        return used;
    }
}
