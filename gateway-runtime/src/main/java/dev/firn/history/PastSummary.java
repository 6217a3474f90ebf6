package dev.firn.history;

import dev.firn.clock.ClockStamp;
import dev.firn.telemetry.Summary;

/**
 * A summary as the history remembers it.
 *
 * @param summary what the window came to
 * @param clock when the window was closed, and what was known of the clock then
 */
public record PastSummary(Summary summary, ClockStamp clock) {}
