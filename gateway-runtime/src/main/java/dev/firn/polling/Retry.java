package dev.firn.polling;

import java.time.Duration;

/** How long to wait before a lost sensor is looked for again: a second, and twice as long each time, up to a minute. */
final class Retry {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** The next wait. */
    Duration next() {
        Duration wait = next;
        next = next.multipliedBy(2);
        if (next.compareTo(LONGEST) > 0) {
            next = LONGEST;
        }
        return wait;
    }

    /** The sensor is well: begin at the shortest wait. */
    void reset() {
        next = FIRST;
    }
}
