package dev.firn.preprocessor.snow;

import dev.firn.preprocessor.Advice.Severity;
import dev.firn.senml.JsonObject;

/**
 * Something that the driver or the resort should know.
 *
 * @param kind as programs read it, such as {@code roll-limit}
 * @param about the place or the groomer
 * @param severity whether somebody should act
 * @param text one plain sentence
 */
record Warning(String kind, String about, Severity severity, String text) {

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("kind", kind)
                .with("about", about)
                .with("severity", severity.word())
                .with("text", text);
    }
}
