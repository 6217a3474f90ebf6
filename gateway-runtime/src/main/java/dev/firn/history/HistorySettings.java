package dev.firn.history;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the history lies and how much of it there is.
 *
 * @param directory its folder, made if absent; one process at a time
 * @param keep how far back it reaches; {@link #LEAST_KEPT} to {@link #MOST_KEPT}
 * @param maxBytes most bytes of its file; at least {@link #LEAST_BYTES}
 */
public record HistorySettings(Path directory, Duration keep, long maxBytes) {

    /** Least size of the file, bytes. */
    public static final long LEAST_BYTES = 4L << 20;

    /** Size of the file unless told otherwise, bytes. */
    public static final long DEFAULT_BYTES = 64L << 20;

    /** Shortest history. */
    public static final Duration LEAST_KEPT = Duration.ofHours(1);

    /** Longest history. */
    public static final Duration MOST_KEPT = Duration.ofDays(31);

    /** How far back it reaches unless told otherwise. */
    public static final Duration DEFAULT_KEPT = Duration.ofDays(7);

    /** Checks the sizes. */
    public HistorySettings {
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("history of " + maxBytes + " bytes: want " + LEAST_BYTES + " or more");
        }
        if (keep.compareTo(LEAST_KEPT) < 0 || keep.compareTo(MOST_KEPT) > 0) {
            throw new IllegalArgumentException("history of " + keep + ": want " + LEAST_KEPT + " to " + MOST_KEPT);
        }
    }

    /** Its file. */
    public Path file() {
        return directory.resolve("history.mv.db");
    }
}
