package dev.firn.clock;

/**
 * By what the dates of unsent records are mended that were made in this boot before the time was right. It does not change
 * while the clock is followed in small steps, so that a record that is sent twice is the same to the byte.
 *
 * @param offsetMillis what has to be added to monotonic time
 * @param right whether that is from a source of time
 * @param bound how far off it may be
 */
record Mending(long offsetMillis, boolean right, ErrorBound bound) {}
