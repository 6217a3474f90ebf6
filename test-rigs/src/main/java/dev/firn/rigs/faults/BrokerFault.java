package dev.firn.rigs.faults;

import java.time.Duration;

/** How a {@link HostileBroker} misbehaves. */
public sealed interface BrokerFault {

    /** As a broker should. */
    record None() implements BrokerFault {}

    /** Takes connections and never says a word, not even to a CONNECT. */
    record Silence() implements BrokerFault {}

    /**
     * Answers every CONNECT with a refusal.
     *
     * @param code of MQTT 3.1.1, table 3.1: 1 to 5, such as 5 for "not authorised"
     */
    record Refuses(int code) implements BrokerFault {}

    /** Takes messages and acknowledges none; answers pings. */
    record AcknowledgesNothing() implements BrokerFault {}

    /** Acknowledges, for each message, a number that nobody has used. */
    record ForeignAcknowledgements() implements BrokerFault {}

    /**
     * Acknowledges late.
     *
     * @param delay how late
     */
    record LateAcknowledgements(Duration delay) implements BrokerFault {}

    /** Acknowledges every message twice. */
    record DoubleAcknowledgements() implements BrokerFault {}

    /**
     * Acknowledges every message, and then what it acknowledged long ago and what nobody has sent.
     *
     * @param each how many acknowledgements too many, per message
     */
    record AcknowledgementFlood(int each) implements BrokerFault {}

    /** Answers a message with a packet whose remaining length does not end (section 2.2.3). */
    record BadLength() implements BrokerFault {}

    /**
     * Answers a message with bytes without sense.
     *
     * @param bytes how many
     * @param seed of the bytes
     */
    record Garbage(int bytes, long seed) implements BrokerFault {}

    /**
     * Hangs up at a message, each time it comes, without an acknowledgement.
     *
     * @param topicPart what its topic holds; empty for any
     * @param leastBytes how big topic and payload are at least
     */
    record HangsUp(String topicPart, int leastBytes) implements BrokerFault {}
}
