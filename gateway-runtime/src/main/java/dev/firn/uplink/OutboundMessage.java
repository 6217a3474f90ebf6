package dev.firn.uplink;

import dev.firn.clock.ClockStamp;
import dev.firn.telemetry.Summary;

/** What goes through the outbox to the cloud. */
public sealed interface OutboundMessage {

    /** Whether it stays when old messages are dropped for space. */
    boolean isKept();

    /** The end of a window. */
    record OfSummary(Summary summary, ClockStamp clock) implements OutboundMessage {
        @Override
        public boolean isKept() {
            return false;
        }
    }

    /** Something that happened. */
    record OfEvent(GatewayEvent event) implements OutboundMessage {
        @Override
        public boolean isKept() {
            return event.isKept();
        }
    }
}
