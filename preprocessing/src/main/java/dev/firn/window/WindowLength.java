package dev.firn.window;

/**
 * How long windows are and how often one begins. Windows begin at multiples of {@code everyMillis} since
 * 1970-01-01T00:00Z, so that those of all series, nodes and runs fall together. They are tumbling if one begins where the
 * one before ends, and sliding if they overlap.
 *
 * @param millis length of a window, milliseconds, at least {@value #MIN_MILLIS}
 * @param everyMillis time from the start of one to that of the next, at least {@value #MIN_MILLIS}; the length is a
 *     multiple of it, at most {@value #MOST_OVERLAPPING} times
 */
public record WindowLength(long millis, long everyMillis) {

    /** Shortest window, milliseconds: summaries are to be fewer than readings. */
    public static final long MIN_MILLIS = 1000;

    /** Most windows that a reading may be in: each costs its memory and its share of the processor. */
    public static final long MOST_OVERLAPPING = 60;

    /** Checks that windows cover all of time evenly. */
    public WindowLength {
        if (millis < MIN_MILLIS || everyMillis < MIN_MILLIS) {
            throw new IllegalArgumentException(
                    "window of " + millis + " ms every " + everyMillis + " ms: want at least " + MIN_MILLIS + " ms");
        }
        if (millis % everyMillis != 0 || millis / everyMillis > MOST_OVERLAPPING) {
            throw new IllegalArgumentException("window of " + millis + " ms every " + everyMillis
                    + " ms: want the length to be 1 to " + MOST_OVERLAPPING + " times the step");
        }
    }

    /** Windows of this length that touch and never overlap. */
    public static WindowLength tumbling(long millis) {
        return new WindowLength(millis, millis);
    }

    /** Whether each time is in one window only. */
    public boolean isTumbling() {
        return millis == everyMillis;
    }

    /** How many windows a time is in. */
    public int overlapping() {
        return (int) (millis / everyMillis);
    }

    /** Start of the last window that holds the time. */
    public long lastStart(long timeMillis) {
        return Math.subtractExact(timeMillis, Math.floorMod(timeMillis, everyMillis));
    }

    /**
     * The last window that holds the time.
     *
     * @throws ArithmeticException if the window would reach beyond what a {@code long} holds
     */
    public Window lastContaining(long timeMillis) {
        return startingAt(lastStart(timeMillis));
    }

    /** The window of this length from there on. */
    Window startingAt(long fromMillis) {
        return new Window(fromMillis, Math.addExact(fromMillis, millis));
    }
}
