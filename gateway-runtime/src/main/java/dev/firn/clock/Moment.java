package dev.firn.clock;

/**
 * One moment on both clocks. Their difference is the same for all moments between two changes of the clock.
 *
 * @param monotonicMillis monotonic time
 * @param wallMillis the time of day, milliseconds since 1970-01-01T00:00Z
 * @param isRight whether that is from a source of time
 */
public record Moment(long monotonicMillis, long wallMillis, boolean isRight) {}
