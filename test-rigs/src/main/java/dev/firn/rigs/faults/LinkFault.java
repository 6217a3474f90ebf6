package dev.firn.rigs.faults;

import java.time.Duration;

/** What a {@link ChaosProxy} does to the connections that lead through it. */
public sealed interface LinkFault {

    /** One of the two directions of a connection. */
    enum Direction {
        /** From the client to the broker. */
        REQUESTS,
        /** From the broker to the client. */
        ANSWERS
    }

    /** Everything passes at once. */
    record None() implements LinkFault {}

    /**
     * Everything passes, later, in its order.
     *
     * @param delay how much later, each way
     */
    record Latency(Duration delay) implements LinkFault {}

    /** Connections are taken and bytes too, and nothing comes out: a radio link whose far end is gone. */
    record BlackHole() implements LinkFault {}

    /**
     * One direction is dead, the other works.
     *
     * @param dead the direction whose bytes are lost
     */
    record HalfOpen(Direction dead) implements LinkFault {}

    /** Every connection, old and new, is broken off by a reset. */
    record Resets() implements LinkFault {}

    /**
     * Everything passes, slowly.
     *
     * @param bytesPerSecond of each direction of each connection
     */
    record Slow(int bytesPerSecond) implements LinkFault {
        /** Checks the pace. */
        public Slow {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException(bytesPerSecond + " bytes per second: want 1 or more");
            }
        }
    }

    /**
     * Each connection passes so many bytes from client to broker, counted from its beginning, and is reset in the middle
     * of whatever comes then.
     *
     * @param bytes how many
     */
    record CutAfter(long bytes) implements LinkFault {}

    /** Nobody listens: connections are refused, old ones broken off. */
    record Refusal() implements LinkFault {}

    /** Whether bytes of a direction are lost. */
    default boolean swallows(Direction direction) {
        return switch (this) {
            case BlackHole() -> true;
            case HalfOpen(Direction dead) -> dead == direction;
            case None _, Latency _, Resets _, Slow _, CutAfter _, Refusal _ -> false;
        };
    }

    /** Whether connections that are open now end. */
    default boolean breaksConnections() {
        return this instanceof Resets || this instanceof Refusal;
    }
}
