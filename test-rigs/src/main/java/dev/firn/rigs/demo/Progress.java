package dev.firn.rigs.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the replay is.
 *
 * @param fromMillis first recorded time
 * @param toMillis last recorded time
 * @param nowMillis recorded time now
 */
record Progress(long fromMillis, long toMillis, long nowMillis) {

    Progress {
        nowMillis = Math.clamp(nowMillis, fromMillis, toMillis);
    }

    /**
     * Where the replay must be.
     *
     * @param elapsed since it began
     * @param latestMillis end of the latest window that arrived
     */
    static Progress of(DemoPlan plan, Duration elapsed, long latestMillis) {
        long fromMillis = plan.times().getMin();
        long pacedMillis = plan.speed().equals("max")
                ? 0
                : elapsed.multipliedBy(Long.parseLong(plan.speed())).toMillis();
        return new Progress(fromMillis, plan.times().getMax(), Math.max(fromMillis + pacedMillis, latestMillis));
    }

    int percent() {
        return toMillis == fromMillis ? 100 : (int) (100 * (nowMillis - fromMillis) / (toMillis - fromMillis));
    }

    Instant now() {
        return Instant.ofEpochMilli(nowMillis);
    }
}
