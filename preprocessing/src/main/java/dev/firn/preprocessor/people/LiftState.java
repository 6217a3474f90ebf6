package dev.firn.preprocessor.people;

import dev.firn.telemetry.Reading;
import java.util.function.Consumer;

/** Whether a lift runs, by what was last said of it; until something is said, it does. For one thread. */
final class LiftState implements Consumer<Reading> {

    // The mean of a window lies between: it counts as what it was for the longer time.
    private static final double RUNS_FROM = 0.5;

    private boolean running = true;
    private boolean known;
    private long heardMillis = Long.MIN_VALUE;

    @Override
    public void accept(Reading reading) {
        if (reading.timeMillis() < heardMillis) {
            return;
        }
        heardMillis = reading.timeMillis();
        known = reading.flag().isUsable();
        if (known) {
            running = reading.value() >= RUNS_FROM;
        }
    }

    boolean isRunning() {
        return running;
    }

    /** Whether that was said lately. */
    boolean isKnown(long nowMillis, long staleAfterMillis) {
        return known && heardMillis >= nowMillis - staleAfterMillis;
    }
}
