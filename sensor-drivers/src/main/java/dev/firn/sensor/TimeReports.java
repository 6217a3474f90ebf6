package dev.firn.sensor;

/** Takes the time of day from whoever knows it: a satellite receiver with a fix. From any thread; does not block. */
@FunctionalInterface
public interface TimeReports {

    /** Nobody wants to know. */
    TimeReports NONE = (_, _, _) -> {};

    /**
     * A source has told the time.
     *
     * @param utcMillis milliseconds since 1970-01-01T00:00Z
     * @param uncertaintyMillis how far off that may be, with the time that it took to get here
     * @param timeNanos when it was told, by {@link System#nanoTime}
     */
    void told(long utcMillis, long uncertaintyMillis, long timeNanos);
}
