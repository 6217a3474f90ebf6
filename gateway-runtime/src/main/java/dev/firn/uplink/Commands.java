package dev.firn.uplink;

import com.fasterxml.jackson.core.JsonToken;
import dev.firn.senml.JsonObject;
import dev.firn.senml.JsonSyntaxException;
import dev.firn.senml.JsonTokens;
import dev.firn.uplink.Command.Request;
import dev.firn.uplink.Command.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the node can be asked. A request that was answered is not carried out again: its answer is repeated, for the last
 * {@value #REMEMBERED} requests; but for long answers, which only tell what is known. For one thread.
 */
public final class Commands {

    static final int REMEMBERED = 1000;

    // A thousand of these take no more memory than a small board can spare.
    private static final int LONGEST_REMEMBERED = 4096;

    private static final int LONGEST_ID = 100;
    private static final int MOST_BYTES = 64 << 10;

    private final Map<String, Command> byName;
    private final Map<String, String> answered = new LinkedHashMap<>();

    /** The commands, by their names. */
    public Commands(Map<String, Command> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /** The answer to a message under {@code command/{name}}: one JSON object, whatever came. */
    String answer(String name, byte[] payload, boolean retained) {
        String id = "";
        try {
            Request request = request(payload);
            id = request.id();
            String before = answered.get(name + "\n" + id);
            return before != null ? before : remember(name + "\n" + id, carryOut(name, request, retained));
        } catch (CommandException e) {
            return refusal(id, e);
        }
    }

    private String carryOut(String name, Request request, boolean retained) {
        try {
            if (retained) {
                throw new CommandException("is retained, and would be carried out at each connection; send it without");
            }
            Command command = byName.get(name);
            if (command == null) {
                throw new CommandException(
                        "command/" + name + ": is no command; there are: " + String.join(", ", byName.keySet()));
            }
            return JsonObject.EMPTY
                    .with("id", request.id())
                    .with("ok", true)
                    .with("result", command.carryOut(request))
                    .toString();
        } catch (CommandException e) {
            return refusal(request.id(), e);
        }
    }

    private String remember(String key, String answer) {
        if (answer.length() > LONGEST_REMEMBERED) {
            return answer;
        }
        answered.put(key, answer);
        if (answered.size() > REMEMBERED) {
            answered.remove(answered.keySet().iterator().next());
        }
        return answer;
    }

    private static String refusal(String id, CommandException e) {
        return JsonObject.EMPTY
                .with("id", id)
                .with("ok", false)
                .with("error", String.valueOf(e.getMessage()))
                .toString();
    }

    private static Request request(byte[] payload) throws CommandException {
        if (payload.length > MOST_BYTES) {
            throw new CommandException("has " + payload.length + " bytes; " + MOST_BYTES + " are the most");
        }
        try {
            Map<String, Value> members = members(new JsonTokens(new String(payload, StandardCharsets.UTF_8)));
            Value id = members.remove("id");
            if (id == null || id.text().isEmpty() || id.text().length() > LONGEST_ID) {
                throw new CommandException("id: is missing, empty or longer than " + LONGEST_ID
                        + " characters; give each request its own, such as \"id\":\"2026-01-31-7\"");
            }
            return new Request(id.text(), members);
        } catch (JsonSyntaxException e) {
            throw new CommandException("is no JSON, column " + e.column() + ": " + e.reason());
        }
    }

    private static Map<String, Value> members(JsonTokens tokens) throws CommandException {
        Map<String, Value> members = new HashMap<>();
        if (tokens.require() != JsonToken.START_OBJECT) {
            throw new CommandException("is no JSON object; send such as {\"id\":\"1\"}");
        }
        while (tokens.require() == JsonToken.FIELD_NAME) {
            String name = tokens.text();
            JsonToken value = tokens.require();
            if (value.isScalarValue()) {
                members.put(name, new Value(value, tokens.text()));
            } else {
                tokens.skipChildren();
            }
        }
        if (tokens.next().isPresent()) {
            throw new CommandException("has something behind the JSON object; send one object");
        }
        return members;
    }
}
