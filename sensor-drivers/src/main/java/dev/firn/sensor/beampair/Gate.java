package dev.firn.sensor.beampair;

/** Where the body in the gate is, as far as two beams can tell. Times in nanoseconds. */
sealed interface Gate {

    /** Nobody is there. */
    record Clear() implements Gate {}

    /** Broken beams that tell nothing, until both are whole: both at once, or edges were lost. */
    record Unclear() implements Gate {}

    /**
     * Somebody is at the beam he came to first, and at that only.
     *
     * @param first that beam
     * @param sinceNanos when he came
     * @param wasAtBoth whether he has been at the other as well, and is back
     * @param passed how many seem to have passed before him without the gate becoming clear
     */
    record Entering(Beam first, long sinceNanos, boolean wasAtBoth, int passed) implements Gate {}

    /** Nobody is at a beam, but somebody was at the first one and may come to the other. */
    record Between(Beam first, long sinceNanos, long clearNanos) implements Gate {}

    /**
     * Somebody who came to the first beam is at both.
     *
     * @param cameBack whether he was at the other only before: he may be on his way back, or it is the next one
     */
    record AtBoth(Beam first, int passed, boolean cameBack) implements Gate {}

    /**
     * Somebody who came to the first beam is at the other only.
     *
     * @param wasAtBoth whether he has been at both at once: then he could be on his way back when the first one breaks
     */
    record Leaving(Beam first, boolean wasAtBoth, int passed) implements Gate {}

    /** One who has been counted is at the other beam still, and the next at the first. */
    record Following(Beam first, long sinceNanos) implements Gate {}

    /** One who has been counted is at the other beam still, and the next is between the beams. */
    record FollowingBetween(Beam first, long sinceNanos, long clearNanos) implements Gate {}
}
