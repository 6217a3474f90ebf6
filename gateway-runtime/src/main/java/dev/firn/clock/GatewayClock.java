package dev.firn.clock;

import java.util.List;

/**
 * The time of the gateway. Read from any thread; {@link #look}, {@link #hear}, {@link #endWaiting} and {@link #follow} belong to
 * the loop: what it is told changes the time only when it follows, so that it can finish what belongs to the time before.
 */
public sealed interface GatewayClock permits ReplayClock, LiveClock {

    /** Now, with what is known of its worth. */
    ClockStamp now();

    /** The time of day, milliseconds since 1970-01-01T00:00Z, at a moment of {@link System#nanoTime}. */
    long wallMillisAt(long nanos);

    /** The loop has seen this moment, milliseconds since 1970-01-01T00:00Z. Going back does nothing. */
    void advanceTo(long millis);

    /** Whether time passes although nothing happens; otherwise only events tell that it has. */
    boolean runsByItself();

    /** Whether it is decided what time it is, rightly or not. Until then nothing can be dated. */
    boolean isDecided();

    /** Takes a look at the system into account; what changes by it, in order. */
    List<ClockChange> look(ClockLook look);

    /** A satellite receiver has told the time, which counts at the next look. */
    void hear(SatelliteTime time);

    /** Decides now what time it is, if that is not decided. */
    List<ClockChange> endWaiting();

    /** From here on everybody goes by what was looked at. */
    void follow();
}
