package dev.firn.clock;

import java.util.List;

/**
 * The time of a recording: it stands at the last moment that the loop has seen, and is right by definition. So a
 * replay gives the same messages whatever its speed. Written by the loop, read from any thread.
 */
public final class ReplayClock implements GatewayClock {

    private volatile long wallMillis;

    /** A clock that stands at this moment, milliseconds since 1970-01-01T00:00Z. */
    public ReplayClock(long startMillis) {
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

    /** The same at every moment: nothing in a recording is dated by this machine. */
    @Override
    public long wallMillisAt(long nanos) {
        return wallMillis;
    }

    @Override
    public boolean isDecided() {
        return true;
    }

    /** What this machine's clock does is of no matter. */
    @Override
    public List<ClockChange> look(ClockLook look) {
        return List.of();
    }

    @Override
    public void hear(SatelliteTime time) {
        // As of no matter.
    }

    @Override
    public List<ClockChange> endWaiting() {
        return List.of();
    }

    @Override
    public void follow() {
        // It follows the recording.
    }
}
