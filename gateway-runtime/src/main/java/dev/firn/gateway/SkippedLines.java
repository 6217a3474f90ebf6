package dev.firn.gateway;

import dev.firn.sensor.replay.DamagedLine;
import java.util.function.Consumer;

/**
 * Counts damaged lines and tells the loop of the first of them: a file that is damaged throughout must not flood the
 * uplink. Used by the thread that reads the recordings.
 */
final class SkippedLines implements Consumer<DamagedLine> {

    /** So many lines are reported one by one; the total is reported at the end. */
    static final int MOST_REPORTED = 100;

    private final Inbox inbox;
    private long count;

    SkippedLines(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void accept(DamagedLine line) {
        count++;
        if (count <= MOST_REPORTED) {
            inbox.tellSurely(new LoopEvent.LineSkipped(line));
        }
    }

    long count() {
        return count;
    }
}
