package dev.firn.clock;

/**
 * What has become known of the date of an earlier moment.
 *
 * @param byMillis what has to be added to it
 * @param stamp when it was, and what that is worth
 */
public record Mended(long byMillis, ClockStamp stamp) {}
