package dev.firn.uplink;

import dev.firn.clock.ClockStamp;
import dev.firn.outbox.Origin;
import java.util.Optional;

/** Knows what time it really was when a record was made. Any thread. */
public interface Redating {

    /** Every date is right as it is. */
    Redating NONE = new Redating() {
        @Override
        public boolean isDecided() {
            return true;
        }

        @Override
        public Optional<Redate> of(Origin origin) {
            return Optional.empty();
        }
    };

    /**
     * What has to be done to a record's dates.
     *
     * @param byMillis what is added to them
     * @param clock what they are worth then
     */
    record Redate(long byMillis, ClockStamp clock) {}

    /** Whether it is known what time it is, or decided to go on without; until then no record should leave. */
    boolean isDecided();

    /** What has to be done to the dates of a record of this origin; empty if they stay as they are. */
    Optional<Redate> of(Origin origin);
}
