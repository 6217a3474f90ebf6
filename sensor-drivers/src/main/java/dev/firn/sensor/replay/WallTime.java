package dev.firn.sensor.replay;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date and a time of day as a clock on a wall shows them.
 *
 * @param localMillis milliseconds from 1970-01-01T00:00 on that clock
 * @param offset how far the clock is ahead of UTC, if the text says so itself
 */
record WallTime(long localMillis, Optional<ZoneOffset> offset) {

    /** Milliseconds since 1970-01-01T00:00Z; with this offset if the text names none. */
    long epochMillis(long offsetMillisOtherwise) {
        return localMillis - offset.map(WallTime::millis).orElse(offsetMillisOtherwise);
    }

    LocalDateTime local() {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(localMillis, 1000L), (int) Math.floorMod(localMillis, 1000L) * 1_000_000, ZoneOffset.UTC);
    }

    static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1000L;
    }
}
