package dev.firn.clock;

/**
 * A time of day with what is known of its worth.
 *
 * @param wallMillis milliseconds since 1970-01-01T00:00Z
 * @param synced whether the clock was set from a source of time
 * @param uncertaintyMillis how far it may be off, milliseconds; −1 where nobody knows
 */
public record ClockStamp(long wallMillis, boolean synced, long uncertaintyMillis) {

    /** Nobody knows how far it may be off. */
    public static final long UNKNOWN = -1;
}
