package dev.firn.rigs.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * An event as the gateway published it.
 *
 * @param epoch the epoch it is numbered in
 * @param seq its number
 * @param timeMillis when it happened, milliseconds since 1970-01-01T00:00Z
 * @param kind what happened, such as {@code replay-ended}
 * @param severity {@code info}, {@code warning} or {@code alarm}
 * @param text the same in words
 * @param detail particulars by name; never modified
 */
public record PublishedEvent(
        String epoch, long seq, long timeMillis, String kind, String severity, String text, JsonNode detail)
        implements Published {

    private static final Set<String> SEVERITIES = Set.of("info", "warning", "alarm");

    /** A number among the particulars; -1 if it is not there. */
    public long number(String name) {
        return detail.path(name).asLong(-1);
    }

    static PublishedEvent read(Message message) {
        JsonNode object = Json.object(message);
        String severity = Json.text(message, object, "severity");
        if (!SEVERITIES.contains(severity)) {
            throw Json.bad(message, "has severity \"" + severity + "\", not one of " + SEVERITIES);
        }
        return new PublishedEvent(
                Json.text(message, object, "epoch"),
                Json.integer(message, object, "seq"),
                Json.integer(message, object, "time"),
                Json.text(message, object, "kind"),
                severity,
                Json.text(message, object, "text"),
                object.path("detail"));
    }
}
