package dev.firn.sensor;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a conversation with a part goes on. A driver never waits: where the part needs time it says how long and what
 * comes then, so that one thread serves all the parts of a bus at once.
 */
public sealed interface Step {

    /**
     * The part needs time.
     *
     * @param time how long at least
     * @param next what to do then, on the same thread
     */
    record Pause(Duration time, Supplier<Step> next) implements Step {}

    /**
     * The conversation is over.
     *
     * @param values what was measured; none after an initialisation
     */
    record Finished(List<Measured> values) implements Step {
        /** Copies the values. */
        public Finished {
            values = List.copyOf(values);
        }
    }

    /** Goes on after a time. */
    static Step after(Duration time, Supplier<Step> next) {
        return new Pause(time, next);
    }

    /** Goes on after some milliseconds. */
    static Step afterMillis(long millis, Supplier<Step> next) {
        return new Pause(Duration.ofMillis(millis), next);
    }

    /** Is over, with these values. */
    static Step finished(Measured... values) {
        return new Finished(List.of(values));
    }

    /** Is over, with these values. */
    static Step finished(List<Measured> values) {
        return new Finished(values);
    }
}
