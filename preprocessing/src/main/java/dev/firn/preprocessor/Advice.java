package dev.firn.preprocessor;

import dev.firn.senml.JsonObject;
import java.util.Locale;

/**
 * What a preprocessor tells people about one thing of the site: a sentence or two for them, and the same in figures for
 * programs.
 *
 * @param timeMillis when it holds: milliseconds since 1970-01-01T00:00Z
 * @param about id of the area, lift or run that it is about
 * @param severity whether somebody should act
 * @param text plain words
 * @param detail figures for programs, beside {@code about}, {@code severity} and {@code text}
 */
public record Advice(long timeMillis, String about, Severity severity, String text, JsonObject detail) {

    /** Whether somebody should act; the words of the gateway's own events. */
    public enum Severity {
        /** Nobody has to. */
        INFO,
        /** Somebody should soon. */
        WARNING,
        /** Somebody must now. */
        ALARM;

        /** As it is written in messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that there is something to say. */
    public Advice {
        if (about.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("advice about \"" + about + "\": \"" + text + "\" says nothing");
        }
    }

    /** The advice as the JSON object that its record carries. */
    public JsonObject toJson() {
        return JsonObject.EMPTY
                .with("about", about)
                .with("severity", severity.word())
                .with("text", text)
                .withAll(detail);
    }
}
