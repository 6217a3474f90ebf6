package dev.firn.source;

import dev.firn.telemetry.SeriesId;
import java.util.List;

/**
 * One message of a source, as far as it says something.
 *
 * @param receipt who waits for it to be safe here
 * @param messageId the source's number of it, 1 to 65535; comes again with other messages
 * @param checksum of its topic and payload
 * @param again whether the source says that it may have sent it before
 * @param timeMillis when it was measured by its own words, milliseconds since 1970-01-01T00:00Z; {@link #UNDATED} where it
 *     does not say
 * @param arrivedNanos when it came, by {@link System#nanoTime}
 * @param values what it says; empty where that is nothing of use
 */
public record Delivery(
        Receipt receipt,
        int messageId,
        int checksum,
        boolean again,
        long timeMillis,
        long arrivedNanos,
        List<Value> values) {

    /** The time of a message that does not say when it was measured. */
    public static final long UNDATED = Long.MIN_VALUE;

    /**
     * A value in it.
     *
     * @param value a finite number, in the unit of the series
     */
    public record Value(SeriesId series, double value) {}
}
