package dev.firn.gateway;

import dev.firn.uplink.ClockStamp;

/**
 * The time of a recording: it stands at the last moment that the loop has seen, and is right by definition. So a
 * replay gives the same messages whatever its speed. Written by the loop, read from any thread.
 */
final class ReplayClock implements GatewayClock {

    private volatile long wallMillis;

    ReplayClock(long startMillis) {
        this.wallMillis = startMillis;
    }

    @Override
    public void advanceTo(long millis) {
        if (millis > wallMillis) {
            wallMillis = millis;
        }
    }

    @Override
    public ClockStamp now() {
        return new ClockStamp(wallMillis, true, 0);
    }

    @Override
    public boolean runsByItself() {
        return false;
    }
}
