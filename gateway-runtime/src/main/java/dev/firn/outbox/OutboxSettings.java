package dev.firn.outbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the outbox lies and how much it may take.
 *
 * @param directory its folder, made if absent; one process at a time
 * @param maxBytes most bytes of segment files; at least {@link #LEAST_BYTES}
 * @param syncEvery longest time that an appended record waits for its fsync
 * @param dailyWrites how many bytes a day the card is to bear; beyond that Firn writes less of what it can do without
 */
public record OutboxSettings(Path directory, long maxBytes, Duration syncEvery, long dailyWrites) {

    /** Bytes a day that a cheap card of 32 GB bears for some years. */
    public static final long DAILY_WRITES = 1 << 30;

    /** Least size of an outbox, bytes. */
    public static final long LEAST_BYTES = 1 << 20;

    private static final int MOST_SEGMENT_BYTES = 1 << 20;
    private static final int SEGMENTS_AT_LIMIT = 8;

    /** With {@link #DAILY_WRITES}. */
    public OutboxSettings(Path directory, long maxBytes, Duration syncEvery) {
        this(directory, maxBytes, syncEvery, DAILY_WRITES);
    }

    /** Checks the sizes. */
    public OutboxSettings {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("outbox of " + maxBytes + " bytes: want " + LEAST_BYTES + " or more");
        }
        if (syncEvery.isNegative()) {
            throw new IllegalArgumentException("sync interval " + syncEvery + " is negative");
        }
    }

    /** A segment is sealed at this size: small enough that dropping one at the limit costs little of the backlog. */
    int segmentBytes() {
        return (int) Math.min(MOST_SEGMENT_BYTES, maxBytes / SEGMENTS_AT_LIMIT);
    }
}
