package dev.firn.preprocessor.people;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The queue of a lift.
 *
 * @param lift whose queue it is
 * @param people how many, 0 or more
 * @param waitingSeconds how long the last of them waits; empty while the lift stands
 * @param trust how far it can be trusted by its counters
 */
record QueueView(LiftSettings lift, double people, OptionalDouble waitingSeconds, Trust trust) {

    /** How many, as one says it. */
    long rounded() {
        return Math.round(people);
    }

    boolean isStanding() {
        return waitingSeconds.isEmpty();
    }

    /** How long the last waits; without end while the lift stands, or nobody knows. */
    double waitOrEndless() {
        return trust.isMissing() ? Double.POSITIVE_INFINITY : waitingSeconds.orElse(Double.POSITIVE_INFINITY);
    }

    /** How much room they have; empty where the room is not known. */
    Optional<QueueService> service() {
        return lift.queueSquareMetres().isEmpty() || trust.isMissing()
                ? Optional.empty()
                : Optional.of(QueueService.of(lift.queueSquareMetres().getAsDouble(), people));
    }
}
