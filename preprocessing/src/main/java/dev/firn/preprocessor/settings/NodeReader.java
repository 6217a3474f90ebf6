package dev.firn.preprocessor.settings;

import com.fasterxml.jackson.core.JsonToken;
import dev.firn.preprocessor.settings.SettingsNode.Group;
import dev.firn.preprocessor.settings.SettingsNode.Nothing;
import dev.firn.preprocessor.settings.SettingsNode.Row;
import dev.firn.preprocessor.settings.SettingsNode.Scalar;
import dev.firn.senml.JsonSyntaxException;
import dev.firn.senml.JsonTokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON text into nodes that know their lines. */
final class NodeReader {

    private final JsonTokens tokens;

    private NodeReader(JsonTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The value that the text is.
     *
     * @throws JsonSyntaxException if it is none
     */
    static SettingsNode read(String json) {
        JsonTokens tokens = new JsonTokens(json);
        SettingsNode node = new NodeReader(tokens).read(tokens.require());
        if (tokens.next().isPresent()) {
            throw new JsonSyntaxException(tokens.line(), tokens.column(), "something stands behind the end");
        }
        return node;
    }

    private SettingsNode read(JsonToken token) {
        int line = tokens.line();
        return switch (token) {
            case START_OBJECT -> new Group(line, members());
            case START_ARRAY -> new Row(line, items());
            case VALUE_NULL -> new Nothing(line);
            default -> new Scalar(line, tokens.text());
        };
    }

    private Map<String, SettingsNode> members() {
        Map<String, SettingsNode> members = new LinkedHashMap<>();
        while (tokens.require() != JsonToken.END_OBJECT) {
            String key = tokens.text();
            members.put(key, read(tokens.require()));
        }
        return members;
    }

    private List<SettingsNode> items() {
        List<SettingsNode> items = new ArrayList<>();
        for (JsonToken token = tokens.require(); token != JsonToken.END_ARRAY; token = tokens.require()) {
            items.add(read(token));
        }
        return items;
    }
}
