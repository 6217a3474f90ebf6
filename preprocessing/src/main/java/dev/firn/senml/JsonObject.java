package dev.firn.senml;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A JSON object that grows member by member and keeps their order; its text is one line. Immutable.
 *
 * <pre>{@code JsonObject.EMPTY.with("people", 12).with("level", "low").toString()  // {"people":12,"level":"low"}}</pre>
 */
public final class JsonObject {

    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject("");

    private final String members;

    private JsonObject(String members) {
        this.members = members;
    }

    /** An object that is written already, {@code {…}} without anything around it; nobody looks whether it is one. */
    public static JsonObject written(String object) {
        return new JsonObject(object.substring(1, object.length() - 1));
    }

    /** With a text. */
    public JsonObject with(String key, String text) {
        return member(key, quoted(text));
    }

    /** With a whole number. */
    public JsonObject with(String key, long number) {
        return member(key, Long.toString(number));
    }

    /** With a number of at most 12 significant digits; with {@code null} where it is not finite. */
    public JsonObject with(String key, double number) {
        return member(key, JsonNumber.text(number));
    }

    /** With a truth value. */
    public JsonObject with(String key, boolean truth) {
        return member(key, Boolean.toString(truth));
    }

    /** With an object. */
    public JsonObject with(String key, JsonObject object) {
        return member(key, object.toString());
    }

    /** With a list of objects. */
    public JsonObject with(String key, List<JsonObject> objects) {
        return member(key, objects.stream().map(JsonObject::toString).collect(Collectors.joining(",", "[", "]")));
    }

    /** With all members of another object after its own. */
    public JsonObject withAll(JsonObject other) {
        return new JsonObject(members + (members.isEmpty() || other.members.isEmpty() ? "" : ",") + other.members);
    }

    /** The object in JSON, in one line. */
    @Override
    public String toString() {
        return "{" + members + "}";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    // A number that must not be rounded, such as a time, is written by its caller.
    JsonObject withNumber(String key, String digits) {
        return member(key, digits);
    }

    private JsonObject member(String key, String value) {
        return new JsonObject(members + (members.isEmpty() ? "" : ",") + quoted(key) + ":" + value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }
}
