package dev.firn.gateway;

import dev.firn.uplink.ClockStamp;

/** The time of the gateway. Read from any thread. */
sealed interface GatewayClock permits ReplayClock, KernelClock {

    /** Now, with what is known of its worth. */
    ClockStamp now();

    /** The loop has seen this moment, milliseconds since 1970-01-01T00:00Z. Going back does nothing. */
    void advanceTo(long millis);

    /** Whether time passes although nothing happens; otherwise only events tell that it has. */
    boolean runsByItself();
}
