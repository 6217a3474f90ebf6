package dev.firn.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firn.clock.ClockStamp;
import dev.firn.uplink.Redating.Redate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Moves the dates of a message: its own, not those within its detail. All else stays as it is written. */
final class RedatedJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> DATES = Set.of("from", "to", "time");

    private RedatedJson() {}

    /** The message with its dates moved, with what its clock is worth now, and by how much they were moved if they were. */
    static byte[] of(byte[] message, Redate redate) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length + 32);
        try (JsonParser from = JSON.createParser(message);
                JsonGenerator to = JSON.createGenerator(bytes)) {
            from.nextToken();
            to.writeStartObject();
            while (from.nextToken() != JsonToken.END_OBJECT) {
                copy(from, to, redate);
            }
            to.writeNumberField("redated-ms", redate.byMillis());
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a message of our own is no JSON", e);
        }
        return bytes.toByteArray();
    }

    private static void copy(JsonParser from, JsonGenerator to, Redate redate) throws IOException {
        String key = from.currentName();
        JsonToken value = from.nextToken();
        to.writeFieldName(key);
        if (DATES.contains(key) && value == JsonToken.VALUE_NUMBER_INT) {
            to.writeNumber(from.getLongValue() + redate.byMillis());
        } else if (key.equals("clock") && value == JsonToken.START_OBJECT) {
            from.skipChildren();
            writeClock(to, redate.clock());
        } else {
            copyValue(from, to);
        }
    }

    // Numbers keep the digits that they were written with.
    private static void copyValue(JsonParser from, JsonGenerator to) throws IOException {
        int depth = 0;
        while (true) {
            JsonToken token = from.currentToken();
            switch (token) {
                case FIELD_NAME -> to.writeFieldName(from.currentName());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getText());
                default -> to.copyCurrentEvent(from);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
            from.nextToken();
        }
    }

    /** What a date is worth. */
    static void writeClock(JsonGenerator json, ClockStamp clock) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("synced", clock.synced());
        if (clock.uncertaintyMillis() >= 0) {
            json.writeNumberField("uncertainty-ms", clock.uncertaintyMillis());
        } else {
            json.writeNullField("uncertainty-ms");
        }
        json.writeEndObject();
    }
}
