package dev.firn.sensor;

import java.time.Duration;
import java.util.List;

/** Leads a conversation with a sensor to its end without waiting, and notes how long it would have waited. */
public final class Conversation {

    private static final int MOST_STEPS = 10_000;

    private final List<Measured> values;
    private final Duration pauses;

    private Conversation(List<Measured> values, Duration pauses) {
        this.values = values;
        this.pauses = pauses;
    }

    /** From a first step to the last one. */
    public static Conversation from(Step first) {
        Step step = first;
        Duration pauses = Duration.ZERO;
        for (int i = 0; i < MOST_STEPS; i++) {
            switch (step) {
                case Step.Pause(Duration time, var next) -> {
                    pauses = pauses.plus(time);
                    step = next.get();
                }
                case Step.Finished(List<Measured> values) -> {
                    return new Conversation(values, pauses);
                }
            }
        }
        throw new IllegalStateException("no end after " + MOST_STEPS + " steps and " + pauses);
    }

    /** What was measured. */
    public List<Measured> values() {
        return values;
    }

    /** What was measured of one quantity. */
    public Measured value(String quantity) {
        return values.stream()
                .filter(value -> value.quantity().name().equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    /** How long it would have waited. */
    public Duration pauses() {
        return pauses;
    }
}
