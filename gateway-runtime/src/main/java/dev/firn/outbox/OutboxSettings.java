package dev.firn.outbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the outbox lies and how much it may take.
 *
 * @param directory its folder, made if absent; one process at a time
 * @param maxBytes most bytes of segment files; at least {@link #LEAST_BYTES}
 * @param syncEvery longest time that an appended record waits for its fsync
 */
public record OutboxSettings(Path directory, long maxBytes, Duration syncEvery) {

    /** Least size of an outbox, bytes. */
    public static final long LEAST_BYTES = 1 << 20;

    private static final int MOST_SEGMENT_BYTES = 1 << 20;
    private static final int SEGMENTS_AT_LIMIT = 8;

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
