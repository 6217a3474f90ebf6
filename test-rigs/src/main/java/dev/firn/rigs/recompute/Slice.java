package dev.firn.rigs.recompute;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Which part of a file is replayed, and when it is said to have happened.
 *
 * @param fromMillis first time of the file that belongs to it
 * @param toMillis first time that no longer does
 * @param shiftMillis what is added to every time
 */
public record Slice(long fromMillis, long toMillis, long shiftMillis) {

    /** The whole file, as it was recorded. */
    public static final Slice ALL = new Slice(Long.MIN_VALUE, Long.MAX_VALUE, 0);

    /** From a time inclusive to another exclusive, in ISO 8601 with an offset. */
    public static Slice between(String from, String to) {
        return new Slice(millis(from), millis(to), 0);
    }

    /** The same, dated as if its first time were another. */
    public Slice startingAt(String time) {
        return new Slice(fromMillis, toMillis, Math.subtractExact(millis(time), fromMillis));
    }

    /** The time that a time of the file becomes; empty if it does not belong to the slice. */
    Optional<Long> place(long timeMillis) {
        return timeMillis >= fromMillis && timeMillis < toMillis
                ? Optional.of(timeMillis + shiftMillis)
                : Optional.empty();
    }

    private static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}
