package dev.firn.rigs.asyncapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.firn.rigs.RigException;

/**
 * The schemas of a description, closed: an object that lists its properties has no others. They are of draft 7, of which
 * AsyncAPI's own are a superset.
 */
final class Schemas {

    private static final String DESCRIBED = "#/components/schemas/";
    /** Where draft 7 looks for them. */
    private static final String DEFINED = "#/definitions/";

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private final JsonNode document;
    private final JsonNode definitions;

    private Schemas(JsonNode document, JsonNode definitions) {
        this.document = document;
        this.definitions = definitions;
    }

    static Schemas of(JsonNode document) {
        JsonNode definitions = document.path("components").path("schemas").deepCopy();
        close(definitions);
        return new Schemas(document, definitions);
    }

    /** The schema of the payload of a message, which may be a reference to one. */
    JsonSchema ofMessage(JsonNode message) {
        JsonNode payload = followed(message).path("payload");
        if (payload.isMissingNode()) {
            throw new RigException("a message has no payload: " + message);
        }
        JsonNode closed = payload.deepCopy();
        close(closed);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("allOf").add(closed);
        schema.set("definitions", definitions);
        JsonSchema ready = factory.getSchema(schema);
        ready.initializeValidators(); // so that a reference that leads nowhere is found at once
        return ready;
    }

    private JsonNode followed(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (reference.isMissingNode()) {
            return node;
        }
        JsonNode target = document.at(JsonPointer.compile(reference.asText().substring(1)));
        if (target.isMissingNode()) {
            throw new RigException("the reference " + reference.asText() + " leads nowhere");
        }
        return followed(target);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            JsonNode reference = schema.path("$ref");
            if (reference.isTextual()) {
                schema.put("$ref", reference.asText().replace(DESCRIBED, DEFINED));
            }
            if (schema.path("type").asText().equals("object") && schema.has("properties")) {
                schema.put("additionalProperties", false);
            }
        }
        node.forEach(Schemas::close);
    }
}
