package dev.firn.history;

import java.time.Duration;

/**
 * How often things happen.
 *
 * @param batch how long a summary waits for others before it is written
 * @param retry how long after a failure the file is tried again
 * @param report how long after a report of dropped summaries the next one comes at the earliest
 */
record HistoryPace(Duration batch, Duration retry, Duration report) {

    static final HistoryPace USUAL =
            new HistoryPace(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1));
}
