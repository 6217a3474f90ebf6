package dev.firn.window;

/**
 * A stretch of event time between two multiples of its length since 1970-01-01T00:00Z, so that the windows of all
 * series, nodes and runs fall together. Windows of one length touch and never overlap.
 *
 * @param fromMillis start, inclusive, milliseconds since 1970-01-01T00:00Z; may be negative
 * @param toMillis end, exclusive, likewise
 */
public record TumblingWindow(long fromMillis, long toMillis) {

    /** Checks that the window is not empty. */
    public TumblingWindow {
        if (fromMillis >= toMillis) {
            throw new IllegalArgumentException(
                    "window from " + fromMillis + " to " + toMillis + ": want the start before the end");
        }
    }

    /**
     * The window of this length that holds the time.
     *
     * @throws IllegalArgumentException if the length is not above 0
     * @throws ArithmeticException if the window would reach beyond what a {@code long} holds
     */
    public static TumblingWindow containing(long timeMillis, long lengthMillis) {
        if (lengthMillis <= 0) {
            throw new IllegalArgumentException("window length " + lengthMillis + " ms: want more than 0");
        }
        long fromMillis = Math.subtractExact(timeMillis, Math.floorMod(timeMillis, lengthMillis));
        return new TumblingWindow(fromMillis, Math.addExact(fromMillis, lengthMillis));
    }

    /** Whether the time is in the window. */
    public boolean contains(long timeMillis) {
        return timeMillis >= fromMillis && timeMillis < toMillis;
    }
}
