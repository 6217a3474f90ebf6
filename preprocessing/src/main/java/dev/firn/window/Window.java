package dev.firn.window;

/**
 * A stretch of event time.
 *
 * @param fromMillis start, inclusive, milliseconds since 1970-01-01T00:00Z; may be negative
 * @param toMillis end, exclusive, likewise
 */
public record Window(long fromMillis, long toMillis) {

    /** Checks that the window is not empty. */
    public Window {
        if (fromMillis >= toMillis) {
            throw new IllegalArgumentException(
                    "window from " + fromMillis + " to " + toMillis + ": want the start before the end");
        }
    }

    /** Whether the time is in the window. */
    public boolean contains(long timeMillis) {
        return timeMillis >= fromMillis && timeMillis < toMillis;
    }
}
