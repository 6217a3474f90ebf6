package dev.firn.uplink;

import java.util.Map;

/**
 * Something that happened at the node and that the cloud should know.
 *
 * @param timeMillis when, milliseconds since 1970-01-01T00:00Z
 * @param kind what, in words with hyphens, such as {@code replay-ended}; documented in {@code docs/mqtt.md}
 * @param severity how much it matters
 * @param text one sentence for people
 * @param detail figures and names for programs: texts, whole numbers and truth values
 */
public record GatewayEvent(long timeMillis, String kind, Severity severity, String text, Map<String, Object> detail) {

    /** Kind of the event that names numbers which will not come any more. */
    public static final String RECORDS_LOST = "records-lost";

    /** Kind of the event that names numbers which come in coarser summaries. */
    public static final String SUMMARIES_MERGED = "summaries-merged";

    /** How much an event matters. */
    public enum Severity {
        /** As it should be. */
        INFO,
        /** Something is not as it should be; the node goes on. */
        WARNING,
        /** Somebody must act. */
        ALARM
    }

    /** Copies the detail. */
    public GatewayEvent {
        detail = Map.copyOf(detail);
    }

    /** Whether it must not be dropped: alarms, and what explains a gap in the numbers. */
    boolean isKept() {
        return severity == Severity.ALARM || kind.equals(SUMMARIES_MERGED);
    }
}
