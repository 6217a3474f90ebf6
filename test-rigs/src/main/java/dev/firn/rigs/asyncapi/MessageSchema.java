package dev.firn.rigs.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;

/**
 * A message that can come on a channel.
 *
 * @param name of the message
 * @param schema of its payload
 */
record MessageSchema(String name, JsonSchema schema) {

    Misfit compare(JsonNode payload) {
        Set<ValidationMessage> found = schema.validate(payload);
        long otherConstants =
                found.stream().filter(each -> each.getType().equals("const")).count();
        List<String> complaints = found.stream()
                .map(each -> "as " + name + ": " + each.getMessage())
                .toList();
        return new Misfit(otherConstants, complaints);
    }
}
