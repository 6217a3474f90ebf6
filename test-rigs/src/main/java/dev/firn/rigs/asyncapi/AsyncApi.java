package dev.firn.rigs.asyncapi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.firn.rigs.RigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * {@code docs/asyncapi.yaml}, against which messages are checked: their topics against its channels, their payloads against
 * the schemas of the channel's messages. Immutable; any thread.
 *
 * <p>The schemas are open there, because receivers ignore keys that they do not know, and closed here, so that a key that
 * is not documented is found.
 */
public final class AsyncApi {

    private static final String RESOURCE = "asyncapi.yaml";

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Channel> channels;

    private AsyncApi(List<Channel> channels) {
        this.channels = channels;
    }

    /** The description of this version of Firn. */
    public static AsyncApi documented() {
        return Documented.API;
    }

    /**
     * A description.
     *
     * @param yaml an AsyncAPI 3.0 document whose references all point into itself
     * @throws RigException if a reference leads nowhere
     */
    static AsyncApi parse(String yaml) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode document = STRICT.valueToTree(loaded);
        Schemas schemas = Schemas.of(document);
        return new AsyncApi(document.path("channels").properties().stream()
                .map(entry -> Channel.of(entry.getKey(), entry.getValue(), schemas))
                .toList());
    }

    /** What is wrong with a message, in the validator's words; empty if it is as described. */
    public List<String> complaints(String topic, String payload) {
        Optional<Channel> channel =
                channels.stream().filter(each -> each.hasTopic(topic)).findFirst();
        if (channel.isEmpty()) {
            return List.of("no channel has this topic");
        }
        try {
            return channel.get().complaints(STRICT.readTree(payload));
        } catch (JacksonException e) {
            return List.of("is no JSON: " + e.getOriginalMessage());
        }
    }

    /** The names of the messages of a channel. */
    List<String> messages(String channel) {
        return channels.stream()
                .filter(each -> each.name().equals(channel))
                .flatMap(each -> each.messages().stream())
                .map(MessageSchema::name)
                .toList();
    }

    static String text() {
        try (InputStream stream = AsyncApi.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new RigException(RESOURCE + " is not among the resources: build this module with Maven");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RigException(RESOURCE + " cannot be read", e);
        }
    }

    /** Read once, when it is first wanted. */
    private static final class Documented {
        static final AsyncApi API = parse(text());
    }
}
