package dev.firn.sensor.replay;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Dates the times that a counter writes as its wall clock shows them, row after row. In the hour that summer time skips,
 * the clock is taken to run on in winter time. In the hour that comes twice, a time is of the first pass if that is
 * after the time before, else of the second. Of one thread.
 */
final class LocalClock {

    private final ZoneRules rules;
    private long lastMillis = Long.MIN_VALUE;

    LocalClock(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** Milliseconds since 1970-01-01T00:00Z. An offset in the text wins over the zone. */
    long epochMillis(WallTime time) {
        lastMillis = time.epochMillis(WallTime.millis(offset(time)));
        return lastMillis;
    }

    private ZoneOffset offset(WallTime time) {
        LocalDateTime local = time.local();
        // Of a gap or an overlap, the offset before it.
        ZoneOffset first = rules.getOffset(local);
        List<ZoneOffset> valid = rules.getValidOffsets(local);
        boolean comesTwice = valid.size() > 1;
        return comesTwice && time.localMillis() - WallTime.millis(first) <= lastMillis ? valid.get(1) : first;
    }
}
