package dev.firn.rigs.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Topics of one form, and the messages that come on them.
 *
 * @param name of the channel
 * @param topic what such a topic looks like
 * @param messages one of which a message has to be
 */
record Channel(String name, Pattern topic, List<MessageSchema> messages) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+\\}");

    static Channel of(String name, JsonNode channel, Schemas schemas) {
        String address = channel.path("address").asText();
        // Between the parameters an address is letters and slashes only.
        Pattern topic = Pattern.compile(PARAMETER.matcher(address).replaceAll("[^/]+"));
        List<MessageSchema> messages = channel.path("messages").properties().stream()
                .map(entry -> new MessageSchema(entry.getKey(), schemas.ofMessage(entry.getValue())))
                .toList();
        return new Channel(name, topic, messages);
    }

    boolean hasTopic(String text) {
        return topic.matcher(text).matches();
    }

    /** What is wrong with a payload, compared with the message that it is nearest to; empty if it is one of them. */
    List<String> complaints(JsonNode payload) {
        return messages.stream()
                .map(message -> message.compare(payload))
                .min(Misfit.NEAREST_FIRST)
                .map(Misfit::complaints)
                .orElse(List.of("channel " + name + " has no messages"));
    }
}
