package dev.firn.uplink;

import dev.firn.telemetry.Summary;

/** What goes through the outbox to the cloud. */
public sealed interface OutboundMessage {

    /** The end of a window. */
    record OfSummary(Summary summary, ClockStamp clock) implements OutboundMessage {}

    /** Something that happened. */
    record OfEvent(GatewayEvent event) implements OutboundMessage {}
}
