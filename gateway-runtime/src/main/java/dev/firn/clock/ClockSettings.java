package dev.firn.clock;

import java.time.Duration;

/**
 * What the clock goes by.
 *
 * @param patience how long after the board's start a source of time is waited for
 * @param earliestMillis it cannot be earlier than this, milliseconds since 1970-01-01T00:00Z
 */
public record ClockSettings(Duration patience, long earliestMillis) {}
